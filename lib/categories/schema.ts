import { z } from 'zod'

const id = z.uuid()
const name = z.string().trim().min(1).max(60)
const color = z.number().int().min(1).max(6)

/** A group when `parentId` is null; a child takes its group's kind. */
export const createCategorySchema = z.object({
  name,
  parentId: id.nullable().default(null),
  kind: z.enum(['expense', 'income', 'transfer']).default('expense'),
  color: color.optional(),
})

/** `name` null gives a built-in category its own name back. */
export const updateCategorySchema = z.object({
  id,
  name: name.nullable().optional(),
  color: color.optional(),
})

/** `into` takes over the rows, rules and corrections; null leaves the rows without a category. */
export const archiveCategorySchema = z.object({ id, into: id.nullable() })

export type CreateCategoryInput = z.output<typeof createCategorySchema>
export type UpdateCategoryInput = z.output<typeof updateCategorySchema>
