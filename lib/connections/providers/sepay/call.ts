import type { z } from 'zod'
import { ask, readJson } from '../answers.ts'
import type { ProviderContext } from '../port.ts'
import { ProviderError } from '../provider-error.ts'

const pageSize = '100'
const mostPages = 2000
const mostTries = 4

type Page<T> = { data: T[]; meta: { pagination: { total: number; has_more: boolean } } }

async function askPage<T>(
  context: ProviderContext,
  schema: z.ZodType<Page<T>>,
  path: string,
  query: Record<string, string>,
): Promise<Page<T>> {
  const origin = context.settings.origin?.reveal() ?? 'https://userapi.sepay.vn'
  const answer = await ask(context.fetch, context.now, `${origin}/v2${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${context.secret?.reveal() ?? ''}`, accept: 'application/json' },
    ...(context.signal ? { signal: context.signal } : {}),
  })
  if (answer.status === 401) throw new ProviderError('needs_reauth', 'SePay does not accept the token.')
  if (answer.status === 403) throw new ProviderError('revoked', 'SePay withdrew the access.')
  if (answer.status !== 200) throw new ProviderError('bad_answer', 'SePay refused the question.')
  return readJson(schema, answer)
}

/** All pages of a list, one request at a time. When its length changes between two pages, it is read again. */
export async function allPages<T>(
  context: ProviderContext,
  schema: z.ZodType<Page<T>>,
  path: string,
  query: Record<string, string>,
  onPage: (rows: number) => void = () => undefined,
): Promise<T[]> {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const rows: T[] = []
    let total: number | null = null
    let whole = true
    for (let page = 1, more = true; more && whole; page++) {
      if (page > mostPages) throw new ProviderError('bad_answer', 'SePay’s list does not end.')
      const { data, meta } = await askPage(context, schema, path, {
        ...query,
        page: String(page),
        per_page: pageSize,
      })
      total ??= meta.pagination.total
      whole = meta.pagination.total === total
      more = meta.pagination.has_more
      rows.push(...data)
      onPage(rows.length)
    }
    if (whole) return rows
  }
  throw new ProviderError('down', 'SePay keeps changing its answer.')
}
