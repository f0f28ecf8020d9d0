import { z } from 'zod'
import { dateSchema, idSchema } from '#lib/accounts/schema.ts'
import { buckets } from '#lib/core/bucket.ts'
import { transactionKinds } from './types.ts'

const amount = z.string().regex(/^-?\d{1,15}(\.\d+)?$/, 'Must be an amount such as -12.30')
const size = z.string().regex(/^\d{1,15}(\.\d+)?$/, 'Must be an amount such as 12.30')
const note = z.string().trim().max(2_000)
const tag = z.string().trim().min(1).max(40)
const ids = z.array(idSchema).min(1).max(500)

/**
 * `min` and `max` are of the absolute value, in decimals of each row's own currency. `category` is an id (a group includes
 * its children) or `none`. `review` keeps rows whose category is missing or only suggested. `account` holds ids; hidden accounts are only shown when they are named.
 */
export const transactionFiltersSchema = z.object({
  account: z.array(idSchema).max(100).optional(),
  category: z.union([idSchema, z.literal('none')]).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  min: size.optional(),
  max: size.optional(),
  status: z.enum(['posted', 'pending']).optional(),
  q: z.string().trim().max(200).optional(),
  kind: z.enum(transactionKinds).optional(),
  bucket: z.array(z.enum(buckets)).max(9).optional(),
  merchant: z.string().max(80).optional(),
  importId: idSchema.optional(),
  review: z.enum(['needed']).optional(),
})

export const cursorSchema = z.object({ date: dateSchema, id: idSchema })

export const listTransactionsSchema = z.object({
  filters: transactionFiltersSchema,
  cursor: cursorSchema.nullable(),
  limit: z.number().int().min(1).max(500).default(100),
})

export const transactionIdSchema = z.object({ id: idSchema })

const version = z.number().int().positive().optional()

export const updateTransactionSchema = z.object({
  id: idSchema,
  version,
  payee: z.string().trim().min(1).max(120).optional(),
  categoryId: idSchema.nullable().optional(),
  note: note.nullable().optional(),
  tags: z.array(tag).max(20).optional(),
  excluded: z.boolean().optional(),
  kind: z.enum(transactionKinds).optional(),
})

/** `always` also makes a rule for the payee and applies it to its past rows. */
export const setCategorySchema = z.object({
  ids,
  categoryId: idSchema.nullable(),
  always: z.boolean().default(false),
})

/** What undo needs: rows as they were, and the rule that was made. */
export const categoryUndoSchema = z.object({
  groups: z
    .array(
      z.object({
        categoryId: idSchema.nullable(),
        source: z.enum(['user', 'rule', 'learned', 'provider', 'merchant']).nullable(),
        confidence: z.number().int().min(0).max(100).nullable(),
        ids: z.array(idSchema).max(20_000),
      }),
    )
    .max(5_000),
  ruleIds: z.array(idSchema).max(500),
  merchants: z
    .array(z.object({ key: z.string(), categoryId: idSchema.nullable(), corrections: z.number().int() }))
    .max(500),
})

export const editTransactionsSchema = z.object({
  ids,
  excluded: z.boolean().optional(),
  addTags: z.array(tag).max(20).optional(),
  removeTags: z.array(tag).max(20).optional(),
})

export const transactionIdsSchema = z.object({ ids })

/** Parts in the row's currency with its sign; they must sum to it exactly. None takes the split back. */
export const splitTransactionSchema = z.object({
  id: idSchema,
  version,
  splits: z
    .array(z.object({ amount, categoryId: idSchema.nullable(), note: note.nullable().optional() }))
    .max(20)
    .refine((list) => list.length !== 1, 'A split has at least two parts'),
})

export const countOfPayeeSchema = z.object({ merchantKey: z.string().max(80) })

export const pairSchema = z.object({ a: idSchema, b: idSchema })

export type TransactionFilters = z.output<typeof transactionFiltersSchema>
export type UpdateTransactionInput = z.output<typeof updateTransactionSchema>
export type SetCategoryInput = z.output<typeof setCategorySchema>
export type CategoryUndo = z.output<typeof categoryUndoSchema>
export type EditTransactionsInput = z.output<typeof editTransactionsSchema>
export type SplitTransactionInput = z.output<typeof splitTransactionSchema>
