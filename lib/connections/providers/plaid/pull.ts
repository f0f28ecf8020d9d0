import { dateInZone, daysBetween } from '#lib/core/calendar.ts'
import { plainText } from '../plain-text.ts'
import type { Notice, ProviderAccount, ProviderContext, ProviderRow, Pull, PullProgress } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import {
  accountsAnswer,
  itemAnswer,
  type PlaidAccount,
  type PlaidItem,
  type SyncPage,
  syncAnswer,
} from './answer.ts'
import { call, callOr, clientOf } from './client.ts'
import { meansReauth } from './errors.ts'
import { accountOf, currencyOf, rowOf } from './rows.ts'

const pageSize = 500
const mostPages = 400
const mostRestarts = 5
const mutated = 'TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION'
const notReady = 'PRODUCT_NOT_READY'

export const accessTokenOf = ({ secret }: ProviderContext): string => {
  if (!secret) throw new ProviderError('revoked', 'The key of this login is gone.')
  return secret.reveal()
}

const nothingYet = (cursor: string | null): SyncPage => ({
  added: [],
  modified: [],
  removed: [],
  next_cursor: cursor ?? '',
  has_more: false,
  transactions_update_status: 'NOT_READY',
})

/** All pages from a cursor on; null when the rows changed meanwhile and the pages do not fit together. */
async function pagesFrom(
  context: ProviderContext,
  cursor: string | null,
  onPage: (rows: number) => void,
): Promise<SyncPage[] | null> {
  const client = clientOf(context)
  const access_token = accessTokenOf(context)
  const pages: SyncPage[] = []
  let at = cursor
  while (pages.length < mostPages) {
    const asked = client.transactionsSync({
      access_token,
      ...(at ? { cursor: at } : {}),
      count: pageSize,
      options: { include_original_description: true },
    })
    const answer = await callOr(syncAnswer, asked, [mutated, notReady])
    if ('refused' in answer) {
      if (answer.refused.error_code === mutated) return null
      return [nothingYet(cursor)]
    }
    const page = answer.value
    pages.push(page)
    onPage(page.added.length + page.modified.length)
    if (!page.has_more) return pages
    if (page.next_cursor === '' || page.next_cursor === at) break
    at = page.next_cursor
  }
  throw new ProviderError('bad_answer', 'The pages of the provider do not end.')
}

async function collect(
  context: ProviderContext,
  cursor: string | null,
  onProgress: PullProgress,
): Promise<SyncPage[]> {
  let requests = 0
  for (let restart = 0; restart <= mostRestarts; restart++) {
    let rows = 0
    const pages = await pagesFrom(context, cursor, (count) => {
      rows += count
      onProgress({ requests: ++requests, rows })
    })
    if (pages) return pages
  }
  throw new ProviderError('down', 'The rows at the provider change too fast to be read.')
}

/** What the pages say in the end: each id once, and what went away after it came is only gone. */
function settle(pages: readonly SyncPage[]) {
  const added = new Map<string, SyncPage['added'][number]>()
  const modified = new Map<string, SyncPage['added'][number]>()
  const removed = new Map<string, string | null>()
  for (const page of pages) {
    for (const row of page.added) {
      added.set(row.transaction_id, row)
      modified.delete(row.transaction_id)
      removed.delete(row.transaction_id)
    }
    for (const row of page.modified)
      (added.has(row.transaction_id) ? added : modified).set(row.transaction_id, row)
    for (const { transaction_id: id, account_id } of page.removed) {
      added.delete(id)
      modified.delete(id)
      removed.set(id, account_id ?? null)
    }
  }
  return { added: [...added.values()], modified: [...modified.values()], removed }
}

export const itemOf = (context: ProviderContext): Promise<PlaidItem> =>
  call(itemAnswer, clientOf(context).itemGet({ access_token: accessTokenOf(context) }))

const accountsOf = async (context: ProviderContext): Promise<PlaidAccount[]> =>
  (await call(accountsAnswer, clientOf(context).accountsGet({ access_token: accessTokenOf(context) })))
    .accounts

const inMoney = (
  accounts: readonly PlaidAccount[],
  item: PlaidItem,
  context: ProviderContext,
): ProviderAccount[] =>
  accounts.flatMap((account) => {
    const currency = currencyOf(account.balances)
    return currency ? [accountOf(account, item, currency, context)] : []
  })

export async function listAccounts(context: ProviderContext): Promise<ProviderAccount[]> {
  const item = await itemOf(context)
  return inMoney(await accountsOf(context), item, context)
}

const isOld = ({ balance }: ProviderAccount, { now, timeZone }: ProviderContext): boolean =>
  balance !== null && daysBetween(balance.asOf, dateInZone(now, timeZone)) > 3

/** Rows since the cursor in pages that fit together, then the balances of the same login. */
export async function pull(
  context: ProviderContext,
  cursor: string | null,
  onProgress: PullProgress,
): Promise<Pull> {
  const pages = await collect(context, cursor, onProgress)
  const all = await accountsOf(context)
  const item = await itemOf(context)
  const accounts = inMoney(all, item, context)
  const currencies = new Map(accounts.map(({ id, currency }) => [id, currency]))
  const { added, modified, removed } = settle(pages)
  const foreign = new Set<string>()
  const rowsOf = (rows: typeof added): ProviderRow[] =>
    rows.flatMap((row) => {
      const currency = currencyOf(row)
      if (currency && currencies.get(row.account_id) === currency) return [rowOf(row, currency)]
      foreign.add(row.account_id)
      return []
    })
  const rows = { added: rowsOf(added), modified: rowsOf(modified) }
  const last = pages.at(-1)
  const status = last?.transactions_update_status
  const custom = all.filter(({ account_id: id }) => !currencies.has(id) || foreign.has(id))
  const notice = (code: Notice['code'], accountId: string, name: string): Notice => ({
    code,
    accountId,
    text: plainText(name),
  })
  return {
    accounts,
    ...rows,
    removed: [...removed].map(([id, accountId]) => ({ accountId, id })),
    listed: [],
    cursor: last?.next_cursor || cursor,
    notices: [
      ...(status === 'NOT_READY' ? [{ code: 'not_ready' as const }] : []),
      ...custom.map((account) => notice('custom_currency', account.account_id, account.name)),
      ...accounts
        .filter((account) => isOld(account, context))
        .map(({ id, name }) => notice('balance_is_old', id, name)),
    ],
    ready: status !== 'NOT_READY' && status !== 'INITIAL_UPDATE_COMPLETE',
    needsReauth: meansReauth(item.item.error?.error_code ?? ''),
  }
}
