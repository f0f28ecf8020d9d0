import { z } from 'zod'

/** What every list takes. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('1 to 500; 50 unless told.'),
  cursor: z.string().max(500).optional().describe('nextCursor of the page before.'),
}

/** A list that is always answered whole, in the shape of every list. */
export const whole = <T>(data: T[]): { data: T[]; nextCursor: null } => ({ data, nextCursor: null })

export const alertsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(['open', 'dismissed', 'all']).default('all').describe('open: new and seen.'),
})

export const listQuery = z.strictObject({ limit: pageQuery.limit })

export const pagedQuery = z.strictObject(pageQuery)
