import { buckets } from '#lib/core/bucket.ts'
import { parseDate } from '#lib/core/calendar.ts'
import { isId } from '#lib/core/ids.ts'
import type { TransactionFilters } from './schema.ts'
import { transactionKinds } from './types.ts'

/** What an address may hold; one value or several of a name. */
export type SearchParams = Record<string, string | string[] | undefined>

const zeroId = '00000000-0000-0000-0000-000000000000'
const plainAmount = /^\d{1,15}(\.\d+)?$/

/** The filters an address asks for. What it does not understand is left out: an old link must not break the page. */
export function filtersOf(params: SearchParams): TransactionFilters {
  const text = (name: string): string | undefined => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined
  }
  const list = (name: string): string[] => text(name)?.split(',') ?? []
  const account = list('account').filter(isId)
  const bucket = buckets.filter((name) => list('bucket').includes(name))
  const category = text('category')
  const none = category === 'none' || category === zeroId
  const amount = (name: string): string | undefined => {
    const value = text(name)
    return value && plainAmount.test(value) ? value : undefined
  }
  return {
    account: account.length > 0 ? account : undefined,
    category: none ? 'none' : category && isId(category) ? category : undefined,
    from: parseDate(text('from') ?? '') ?? undefined,
    to: parseDate(text('to') ?? '') ?? undefined,
    min: amount('min'),
    max: amount('max'),
    status: (['posted', 'pending'] as const).find((status) => status === text('status')),
    q: text('q')?.slice(0, 200),
    kind: transactionKinds.find((kind) => kind === text('kind')),
    bucket: bucket.length > 0 ? bucket : undefined,
    merchant: text('merchant')?.slice(0, 80),
    review: text('review') === 'needed' ? 'needed' : undefined,
    importId: [text('import')].find((id) => id !== undefined && isId(id)),
  }
}

/** How many filters are set, for the button that opens them. */
export const filterCount = (filters: TransactionFilters): number =>
  Object.values(filters).filter((value) => value !== undefined).length
