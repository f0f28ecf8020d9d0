import { dateInZone } from '#lib/core/calendar.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { firstDay } from './first-day.ts'
import { accountsAnswer, customerAnswer, linkAnswer, transactionsAnswer } from './mastercard/answer.ts'
import { askMastercard, callMastercard, deleteCustomer, keysOf } from './mastercard/call.ts'
import { accountOf, isFresh, needsPerson, rowOf } from './mastercard/rows.ts'
import type { LinkRequest, Provider, ProviderContext, ProviderRow, Pull, PullProgress } from './port.ts'
import { ProviderError } from './provider-error.ts'

const reach = { history: 180, overlap: 21, page: 1000, mostPages: 500 }
const customerOf = ({ secret }: ProviderContext): string => secret?.reveal() ?? ''
const at = (version: 'v1' | 'v3', customer: string, what: string): string =>
  `/aggregation/${version}/customers/${encodeURIComponent(customer)}/${what}`

const readAccounts = async (context: ProviderContext) =>
  (await callMastercard(context, accountsAnswer, 'GET', at('v1', customerOf(context), 'accounts'))).accounts

/** Asks the banks for what is new, which may not be done by the clock; where they do not answer now, what is there is read. */
async function refreshAccounts(context: ProviderContext) {
  const path = at('v1', customerOf(context), 'accounts')
  const answer = context.byPerson ? await askMastercard(context, accountsAnswer, 'POST', path, {}) : null
  return answer?.accounts ?? readAccounts(context)
}

const listAccounts = async (context: ProviderContext) =>
  (await readAccounts(context)).map((account) =>
    accountOf(account, dateInZone(context.now, context.timeZone)),
  )

/** A customer of type `testing`, then the page where the person links; for a repair the page of the broken login. */
async function startLink(context: ProviderContext, { returnUrl, state, repair }: LinkRequest) {
  const { partnerId } = keysOf(context)
  const back = new URL(returnUrl)
  back.searchParams.set('state', state)
  const redirectUri = back.href
  const known = repair ? customerOf(context) : null
  const broken = known ? (await readAccounts(context)).find(needsPerson)?.institutionLoginId : null
  const username = `minh-${state.replace(/[^A-Za-z0-9]/g, '').slice(0, 24)}`
  const path = '/aggregation/v2/customers/testing'
  const customerId = known ?? (await callMastercard(context, customerAnswer, 'POST', path, { username })).id
  const body = { partnerId, customerId, redirectUri, ...(broken ? { institutionLoginId: broken } : {}) }
  const { link } = await callMastercard(
    context,
    linkAnswer,
    'POST',
    broken ? '/connect/v2/generate/fix' : '/connect/v2/generate',
    body,
  )
  const expiresAt = new Date(context.now.getTime() + 3_600_000)
  return { kind: 'redirect' as const, url: link, secret: secretOf(customerId), expiresAt }
}

async function readRows(
  context: ProviderContext,
  fromDate: number,
  toDate: number,
  onProgress: PullProgress,
) {
  const rows = []
  for (let page = 0; page < reach.mostPages; page++) {
    const query = new URLSearchParams({
      fromDate: String(fromDate),
      toDate: String(toDate),
      start: String(rows.length + 1),
      limit: String(reach.page),
      sort: 'asc',
      includePending: 'true',
    })
    const path = at('v3', customerOf(context), `transactions?${query}`)
    const answer = await callMastercard(context, transactionsAnswer, 'GET', path)
    rows.push(...answer.transactions)
    onProgress({ requests: page + 1, rows: rows.length })
    if (String(answer.moreAvailable) === 'false' || answer.transactions.length === 0) return rows
  }
  throw new ProviderError('bad_answer', 'The list of Mastercard does not end.')
}

async function pull(
  context: ProviderContext,
  cursor: string | null,
  onProgress: PullProgress,
): Promise<Pull> {
  const today = dateInZone(context.now, context.timeZone)
  const from = firstDay(cursor, today, reach)
  const accounts = await refreshAccounts(context)
  const stuck = accounts.filter(needsPerson)
  if (stuck.length > 0 && stuck.length === accounts.length)
    throw new ProviderError('needs_reauth', 'The login needs its owner.')
  const start = Date.parse(`${from}T00:00:00Z`) / 1000
  const rows = await readRows(context, start, Math.floor(context.now.getTime() / 1000) + 86_400, onProgress)
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const added = new Map<string, ProviderRow>()
  for (const row of rows) {
    const account = byId.get(row.accountId)
    const made = account ? rowOf(row, account, today) : null
    if (made) added.set(made.id, made)
  }
  return {
    accounts: accounts.map((account) => accountOf(account, today)),
    added: [...added.values()],
    modified: [],
    removed: [],
    listed: accounts.filter(isFresh).map(({ id }) => ({ accountId: id, from, to: today })),
    cursor: today,
    notices: stuck.map(({ id }) => ({ code: 'account_needs_attention', accountId: id })),
    ready: true,
    needsReauth: stuck.length > 0,
  }
}

/** Mastercard Open Finance with sandbox customers: its test banks only. Production needs a contract. Optional: `origin`. */
export const mastercard: Provider = {
  id: 'mastercard',
  capabilities: {
    link: 'redirect',
    listing: 'window',
    pendingLinks: false,
    webhooks: false,
    repair: true,
    requestsPerDay: null,
    syncEveryMinutes: 720,
  },
  settingNames: ['partnerId', 'partnerSecret', 'appKey'],
  startLink,
  completeLink: async (context, { kept, repair }) => {
    const secret = kept ?? (repair ? context.secret : null)
    if (!secret) throw new ProviderError('bad_token', 'There is no customer to link.')
    const accounts = await listAccounts({ ...context, secret })
    if (accounts.length === 0) throw new ProviderError('bad_token', 'No account was linked.')
    return {
      secret,
      itemKey: secret.reveal(),
      institutionId: null,
      institutionName: 'Mastercard Open Finance',
      consentExpiresAt: null,
    }
  },
  listAccounts,
  pull,
  verifyWebhook: async () => {
    throw new ProviderError('forged', 'Webhooks of Mastercard are not taken.')
  },
  revoke: (context) => deleteCustomer(context, customerOf(context)),
  health: async (context) => {
    const accounts = await readAccounts(context)
    return { state: accounts.some(needsPerson) ? 'needs_reauth' : 'ok', consentExpiresAt: null }
  },
}
