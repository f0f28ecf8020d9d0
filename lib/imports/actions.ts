'use server'

import { action } from '#lib/auth/action.ts'
import { deleteMapping, editMapping, renameMapping } from './mapping-mutations.ts'
import { deleteRawFile } from './raw-file.ts'
import { recogniseFile } from './recognise.ts'
import { importResult } from './result.ts'
import { decideReviews } from './review-mutations.ts'
import { listReviews } from './review-queries.ts'
import { markRunsSeen } from './runs/mutations.ts'
import {
  decideReviewsSchema,
  editMappingSchema,
  importIdSchema,
  renameMappingSchema,
  runIdsSchema,
  sha256Schema,
  stagedImportSchema,
  uploadIdSchema,
} from './schema.ts'
import { dropStaged, previewStaged } from './staged.ts'

export const previewStagedAction = action(stagedImportSchema, previewStaged, { refresh: false })
export const dropStagedAction = action(uploadIdSchema, dropStaged, { refresh: false })
export const importResultAction = action(importIdSchema, importResult, { refresh: false })
export const markRunsSeenAction = action(runIdsSchema, markRunsSeen, { refresh: false })
export const renameMappingAction = action(renameMappingSchema, renameMapping)
export const editMappingAction = action(editMappingSchema, editMapping)
export const deleteMappingAction = action(importIdSchema, deleteMapping)
export const deleteRawFileAction = action(importIdSchema, deleteRawFile)
export const recogniseFileAction = action(sha256Schema, recogniseFile, { refresh: false })
export const listReviewsAction = action(importIdSchema, (scope, { id }) => listReviews(scope, id), {
  refresh: false,
})
export const decideReviewsAction = action(decideReviewsSchema, decideReviews)
