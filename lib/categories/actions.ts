'use server'

import { action } from '#lib/auth/action.ts'
import { archiveCategory, createCategory, updateCategory } from './mutations.ts'
import { archiveCategorySchema, createCategorySchema, updateCategorySchema } from './schema.ts'

export const createCategoryAction = action(createCategorySchema, createCategory)
export const updateCategoryAction = action(updateCategorySchema, updateCategory)
export const archiveCategoryAction = action(archiveCategorySchema, archiveCategory)
