import { z } from 'zod'
import { dateInZone } from '#lib/core/calendar.ts'
import {
  balancesAnswer,
  type EnableAccount,
  type EnableRow,
  keptSession,
  sessionState,
  transactionsAnswer,
} from './enablebanking/answer.ts'
import { callEnable } from './enablebanking/call.ts'
import { completeLink, listInstitutions, startLink } from './enablebanking/link.ts'
import { accountOf, idOf, rowsOf } from './enablebanking/rows.ts'
import { firstDay } from './first-day.ts'
import { sendsNothing } from './plain-answers.ts'
import type { Listed, Notice, Provider, ProviderContext, ProviderRow, Pull, PullProgress } from './port.ts'
import { ProviderError } from './provider-error.ts'

const reach = { history: 365, overlap: 10 }
const mostPages = 50

function sessionOf({ secret }: ProviderContext) {
  const parsed = keptSession.safeParse(JSON.parse(secret?.reveal() ?? 'null'))
  if (!parsed.success) throw new ProviderError('bad_answer', 'The session cannot be read.')
  return parsed.data
}

const at = (uid: string, what: string): string => `/accounts/${encodeURIComponent(uid)}/${what}`

async function readAccount(context: ProviderContext, account: EnableAccount) {
  const { balances } = await callEnable(context, balancesAnswer, 'GET', at(account.uid, 'balances'))
  const today = dateInZone(context.now, context.timeZone)
  return accountOf(account, balances, today)
}

const listAccounts = (context: ProviderContext) =>
  sessionOf(context).accounts.reduce<Promise<Awaited<ReturnType<typeof readAccount>>[]>>(
    async (read, account) => [...(await read), await readAccount(context, account)],
    Promise.resolve([]),
  )

/** Pages until there is no key; a bank that never stops is cut off, and then nothing is taken for whole. */
async function rowsSince(
  context: ProviderContext,
  uid: string,
  from: string,
  to: string,
  onPage: () => void,
) {
  const rows: EnableRow[] = []
  const keys = new Set<string>()
  for (let key: string | null = null, page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({
      date_from: from,
      date_to: to,
      ...(key ? { continuation_key: key } : {}),
    })
    const answer = await callEnable(context, transactionsAnswer, 'GET', at(uid, `transactions?${query}`))
    rows.push(...answer.transactions)
    onPage()
    key = answer.continuation_key || null
    if (key === null) return { rows, whole: true }
    if (keys.has(key)) break
    keys.add(key)
  }
  return { rows, whole: false }
}

async function pull(
  context: ProviderContext,
  cursor: string | null,
  onProgress: PullProgress,
): Promise<Pull> {
  const today = dateInZone(context.now, context.timeZone)
  const from = firstDay(cursor, today, reach)
  const added = new Map<string, ProviderRow>()
  const listed: Listed[] = []
  const notices: Notice[] = []
  const accounts = await listAccounts(context)
  let requests = 0
  for (const account of sessionOf(context).accounts) {
    const tell = () => onProgress({ requests: ++requests, rows: added.size })
    const { rows, whole } = await rowsSince(context, account.uid, from, today, tell)
    // An account has one currency here; what is in another must not be added to it.
    const currency = accounts.find(({ id }) => id === idOf(account))?.currency
    const own = rows.filter((row) => row.transaction_amount.currency === currency)
    if (own.length < rows.length) notices.push({ code: 'custom_currency', accountId: idOf(account) })
    for (const row of rowsOf(account, own, today)) added.set(`${row.accountId}\n${row.id}`, row)
    if (whole) listed.push({ accountId: idOf(account), from, to: today })
  }
  return {
    accounts,
    added: [...added.values()],
    modified: [],
    removed: [],
    listed,
    cursor: today,
    notices,
    ready: true,
    needsReauth: false,
  }
}

const lost = ['EXPIRED', 'CLOSED', 'REVOKED', 'CANCELLED', 'INVALID']

/** Enable Banking: European banks, free for one's own accounts. Optional setting: `origin`. */
export const enablebanking: Provider = {
  id: 'enablebanking',
  capabilities: {
    link: 'redirect',
    listing: 'window',
    pendingLinks: false,
    webhooks: false,
    repair: true,
    requestsPerDay: null,
    syncEveryMinutes: 360,
  },
  settingNames: ['applicationId', 'privateKey'],
  listInstitutions,
  startLink,
  completeLink,
  listAccounts,
  pull,
  verifyWebhook: sendsNothing('Enable Banking'),
  revoke: async (context) => {
    const path = `/sessions/${encodeURIComponent(sessionOf(context).sessionId)}`
    await callEnable(context, z.unknown(), 'DELETE', path)
    return true
  },
  health: async (context) => {
    const path = `/sessions/${encodeURIComponent(sessionOf(context).sessionId)}`
    const { status, access } = await callEnable(context, sessionState, 'GET', path)
    const consentExpiresAt = access ? new Date(access.valid_until) : null
    if (lost.includes(status)) return { state: 'needs_reauth', consentExpiresAt }
    const week = 7 * 86_400_000
    const isSoon = consentExpiresAt !== null && consentExpiresAt.getTime() - context.now.getTime() < week
    return { state: isSoon ? 'expiring' : 'ok', consentExpiresAt }
  },
}
