import { z } from 'zod'
import { addDays, dateInZone, minDate } from '#lib/core/calendar.ts'
import type { Notice, ProviderContext, ProviderRow, Pull, PullProgress } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { balancesAnswer, type PaypalDetail, type PaypalTransactions, transactionsAnswer } from './answer.ts'
import { callPaypal, RangeTooLarge } from './call.ts'
import { halve, type Range, rangesFrom, stamp, startOf } from './ranges.ts'
import { accountsOf, keyOf, rowsOf, withoutReleased } from './rows.ts'

const cursorShape = z.object({ refreshed: z.string(), pendingSince: z.string().nullable() })
const mostTries = 4
const pageSize = '500'

type Collected = { details: PaypalDetail[]; refreshed: string | null }

function readCursor(cursor: string | null) {
  if (cursor === null) return null
  const parsed = cursorShape.safeParse(JSON.parse(cursor))
  return parsed.success ? parsed.data : null
}

/** All pages of one range. When rows came in between two pages, they may have moved: it is asked again from the start. */
async function pagesOf(context: ProviderContext, range: Range, onPage: () => void): Promise<Collected> {
  const ask = async (page: number): Promise<PaypalTransactions> => {
    const answer = await callPaypal(context, transactionsAnswer, '/v1/reporting/transactions', {
      start_date: stamp(range.start),
      end_date: stamp(range.end),
      fields: 'all',
      page_size: pageSize,
      page: String(page),
    })
    onPage()
    return answer
  }
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const first = await ask(1)
    const pages = [first]
    while (pages.length < first.total_pages && pages.at(-1)?.total_items === first.total_items)
      pages.push(await ask(pages.length + 1))
    if (pages.some(({ total_items }) => total_items !== first.total_items)) continue
    return {
      details: pages.flatMap(({ transaction_details }) => transaction_details),
      refreshed: first.last_refreshed_datetime ?? null,
    }
  }
  throw new ProviderError('down', 'PayPal keeps changing its answer.')
}

async function collect(context: ProviderContext, range: Range, onPage: () => void): Promise<Collected> {
  try {
    return await pagesOf(context, range, onPage)
  } catch (error) {
    if (!(error instanceof RangeTooLarge)) throw error
    const halves = halve(range)
    if (!halves) throw new ProviderError('bad_answer', 'PayPal has more rows in a second than it lists.')
    const [a, b] = [await collect(context, halves[0], onPage), await collect(context, halves[1], onPage)]
    return { details: [...a.details, ...b.details], refreshed: b.refreshed }
  }
}

const lagNotice = (refreshed: Date, now: Date): Notice[] =>
  now.getTime() - refreshed.getTime() > 3 * 86_400_000 ? [{ code: 'balance_is_old' }] : []

/**
 * Every record since the cursor's month, in ranges of 31 days. PayPal's index lags by hours: what it lists is taken as whole
 * only up to the day before `last_refreshed_datetime`, and the next pull looks back a month from there.
 */
export async function pull(
  context: ProviderContext,
  cursor: string | null,
  onProgress: PullProgress,
): Promise<Pull> {
  const start = startOf(readCursor(cursor), context.now)
  const details = new Map<string, PaypalDetail>()
  let requests = 0
  let refreshed = context.now
  for (const range of rangesFrom(start, context.now)) {
    const found = await collect(context, range, () =>
      onProgress({ requests: ++requests, rows: details.size }),
    )
    for (const detail of found.details) details.set(keyOf(detail), detail)
    if (found.refreshed && Date.parse(found.refreshed) < refreshed.getTime())
      refreshed = new Date(found.refreshed)
  }
  const balances = await callPaypal(context, balancesAnswer, '/v1/reporting/balances', {})
  const accounts = accountsOf(balances)
  const live = withoutReleased([...details.values()])
  const added = new Map<string, ProviderRow>()
  for (const detail of live) for (const row of rowsOf(detail, context.timeZone)) added.set(row.id, row)
  for (const { accountId } of added.values())
    if (!accounts.some(({ id }) => id === accountId))
      accounts.push({
        id: accountId,
        name: `PayPal ${accountId}`,
        institution: 'PayPal',
        type: 'checking',
        currency: accountId,
        last4: null,
        balance: null,
      })
  const pending = live
    .filter((detail) => rowsOf(detail, context.timeZone).some(({ status }) => status === 'pending'))
    .map(({ transaction_info }) => new Date(transaction_info.transaction_initiation_date).toISOString())
    .toSorted()
  const from = addDays(dateInZone(start, context.timeZone), 1)
  const to = addDays(dateInZone(refreshed, context.timeZone), -1)
  onProgress({ requests: requests + 1, rows: added.size })
  return {
    accounts,
    added: [...added.values()],
    modified: [],
    removed: [],
    listed: accounts.map(({ id }) => ({ accountId: id, from: minDate(from, to), to })),
    cursor: JSON.stringify({ refreshed: refreshed.toISOString(), pendingSince: pending[0] ?? null }),
    notices: lagNotice(refreshed, context.now),
    ready: true,
    needsReauth: false,
  }
}
