import { z } from 'zod'
import type { Notice } from './providers/port.ts'

const known = z.object({
  code: z.enum([
    'provider_says',
    'account_needs_attention',
    'custom_currency',
    'balance_is_old',
    'not_ready',
  ]),
  accountId: z.string().optional(),
  text: z.string().optional(),
})

type Run = { status: string; notices: readonly Record<string, unknown>[] }

/** What the provider remarked in the newest sync that ended well, the newest of `runs` first; each remark once. */
export function latestNotices(runs: readonly Run[]): Notice[] {
  const latest = runs.find(({ status }) => status === 'ok' || status === 'held')
  const read = (latest?.notices ?? []).flatMap((notice) => {
    const parsed = known.safeParse(notice)
    return parsed.success ? [parsed.data] : []
  })
  const once = new Map(read.map((notice) => [JSON.stringify(notice), notice]))
  return [...once.values()]
}
