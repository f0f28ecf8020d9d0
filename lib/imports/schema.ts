import { z } from 'zod'
import { isIssuedCurrency } from '#lib/core/currency.ts'
import { isId } from '#lib/core/ids.ts'
import { mappingSchema } from './read/csv/mapping.ts'
import { accountKinds } from './read/types.ts'

export const importId = z.string().refine(isId)

/** What a caller may say beside the file. */
export const importRequestSchema = z.strictObject({
  accountId: z.string().max(100).optional(),
  accountName: z.string().trim().min(1).max(100).optional(),
  currency: z.string().refine(isIssuedCurrency, { message: 'Not a currency code of ISO 4217.' }).optional(),
  mapping: mappingSchema.optional(),
})

export type ImportRequest = z.infer<typeof importRequestSchema>

/** Which stored account an account of the file is, or what the new one is called. */
const accountAnswerSchema = z.union([
  z.strictObject({ accountId: importId, sure: z.boolean().optional() }),
  z.strictObject({
    new: z.strictObject({
      name: z.string().trim().min(1).max(100).optional(),
      type: z.enum(accountKinds).optional(),
    }),
  }),
])

/** What the wizard adds: a staged file, a new account in spite of a namesake, a reading to remember. */
export const stagedImportSchema = z.strictObject({
  upload: importId,
  request: importRequestSchema.extend({
    newAccount: z.boolean().optional(),
    accounts: z.record(z.string().max(500), accountAnswerSchema).optional(),
    remember: z
      .strictObject({ signature: z.string().min(1).max(64), name: z.string().trim().min(1).max(100) })
      .optional(),
  }),
})

export type StagedImport = z.infer<typeof stagedImportSchema>

/** Files to import one after another, in this order. */
export const startImportsSchema = z.strictObject({ files: z.array(stagedImportSchema).min(1).max(100) })

export const uploadIdSchema = z.strictObject({ upload: importId })
export const runIdsSchema = z.strictObject({ ids: z.array(importId).min(1).max(100) })
export const importIdSchema = z.strictObject({ id: importId })
export const renameMappingSchema = z.strictObject({ id: importId, name: z.string().trim().min(1).max(100) })

/** What to do with rows an import left open; `rows` are ids of the stored rows, all of them (of `kind`) when left out. */
export const decideReviewsSchema = z.strictObject({
  id: importId,
  decision: z.enum(['restore', 'merge', 'keep']),
  rows: z.array(importId).min(1).max(1000).optional(),
  kind: z.enum(['resembles', 'posts']).optional(),
})

export type DecideReviewsInput = z.infer<typeof decideReviewsSchema>

export const sha256Schema = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const editMappingSchema = z.strictObject({ id: importId, mapping: mappingSchema })
