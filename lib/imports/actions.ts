'use server'

import { action } from '#lib/auth/action.ts'
import { deleteMapping, renameMapping } from './mapping-mutations.ts'
import { importIdSchema, renameMappingSchema, stagedImportSchema, uploadIdSchema } from './schema.ts'
import { dropStaged, previewStaged } from './staged.ts'

export const previewStagedAction = action(stagedImportSchema, previewStaged, { refresh: false })
export const dropStagedAction = action(uploadIdSchema, dropStaged, { refresh: false })
export const renameMappingAction = action(renameMappingSchema, renameMapping)
export const deleteMappingAction = action(importIdSchema, deleteMapping)
