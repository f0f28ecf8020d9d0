import type { z } from 'zod'

/** One call of the public API, as the OpenAPI document and the page for people describe it. */
export type Endpoint = {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** Below `/api/v1`, with `{id}` for parameters. */
  path: string
  summary: string
  /** What a caller has to know beyond the summary. */
  details?: string
  /** Scope that the token needs; null for calls without a token. */
  needs: 'read' | 'write' | null
  query?: z.ZodObject
  body?: z.ZodType
  /** A multipart upload instead of a JSON body: its fields, of which `file` is the file. */
  upload?: Record<string, string>
  status: number
  response: z.ZodType | null
}
