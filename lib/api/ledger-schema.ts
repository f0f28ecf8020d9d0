import { z } from 'zod'
import { dateSchema, updateAccountSchema } from '#lib/accounts/schema.ts'
import { createCategorySchema, updateCategorySchema } from '#lib/categories/schema.ts'
import { isId } from '#lib/core/ids.ts'
import { ruleFields, ruleOperators } from '#lib/rules/types.ts'
import { splitTransactionSchema, updateTransactionSchema } from '#lib/transactions/schema.ts'
import { pageQuery } from './list.ts'

const size = z.string().regex(/^\d{1,15}(\.\d+)?$/, 'must be an amount such as 12.30')
const id = z.string().refine(isId, 'must be an id')

/** What a PATCH of an account may say. */
export const accountPatch = updateAccountSchema.omit({ id: true, version: true }).strict()

export const transactionsQuery = z.strictObject({
  ...pageQuery,
  account: z.string().optional().describe('One id, or several with commas between them.'),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words of the payee, the text of the bank, the memo or the note.'),
  category: z.string().optional().describe('An id (a group includes its children), or none.'),
  min: size.optional().describe('Of the absolute value.'),
  max: size.optional(),
  status: z.enum(['posted', 'pending']).optional(),
})

export const transactionPatch = updateTransactionSchema.omit({ id: true, version: true }).strict()

export const splitBody = splitTransactionSchema.omit({ id: true, version: true }).strict()

const rule = {
  field: z.enum(ruleFields),
  operator: z.enum(ruleOperators),
  value: z.string().trim().min(1).max(120),
  accountId: id.nullable(),
  min: size.nullable().describe('Of the absolute value, in the household’s currency.'),
  max: size.nullable(),
  categoryId: id,
}

export const newRuleBody = z.strictObject({
  ...rule,
  accountId: rule.accountId.default(null),
  min: rule.min.default(null),
  max: rule.max.default(null),
  apply: z
    .boolean()
    .default(false)
    .describe('Also change the rows that are there and were not chosen by hand.'),
})

export const rulePatch = z.strictObject({ ...rule, enabled: z.boolean() }).partial()

export const newCategoryBody = createCategorySchema.strict()

export const categoryPatch = updateCategorySchema.omit({ id: true }).strict()

export const categoryDelete = z.strictObject({
  into: id.optional().describe('The category that takes over its rows, rules and corrections.'),
})
