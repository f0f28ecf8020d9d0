import { z } from 'zod'
import { decideReviewsSchema } from '#lib/imports/schema.ts'
import type { Endpoint } from './endpoint.ts'

const row = z.object({
  id: z.string(),
  date: z.string(),
  payee: z.string(),
  amount: z.string(),
  currency: z.string(),
})

export const reviewsSchema = z.object({
  data: z.array(
    z.object({
      kind: z.enum(['deleted', 'resembles', 'posts']),
      decision: z.enum(['restored', 'merged', 'kept']).nullable(),
      line: z.number().nullable(),
      stored: row,
      fresh: row.nullable(),
    }),
  ),
  open: z.object({ deleted: z.number(), resembles: z.number(), posts: z.number() }),
})

export const decideBody = decideReviewsSchema.omit({ id: true })

/** The file of an import, and what an import leaves to decide. */
export const reviewEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/imports/{id}/file',
    summary: 'The statement file as it was brought, for the person who brought it.',
    needs: 'read',
    status: 200,
    response: null,
  },
  {
    method: 'delete',
    path: '/imports/{id}/file',
    summary: 'Delete the kept file; its transactions stay.',
    needs: 'write',
    status: 204,
    response: null,
  },
  {
    method: 'get',
    path: '/imports/{id}/reviews',
    summary:
      'Deleted rows that the file holds, and new rows that may be stored ones of another source or pending ones.',
    needs: 'read',
    status: 200,
    response: reviewsSchema,
  },
  {
    method: 'post',
    path: '/imports/{id}/reviews',
    summary: 'Bring deleted rows back (restore), make one row of two (merge), or keep both for good (keep).',
    needs: 'write',
    body: decideBody,
    status: 200,
    response: z.object({ decided: z.number(), left: z.number() }),
  },
]
