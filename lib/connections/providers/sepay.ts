import { createHash } from 'node:crypto'
import { dateInZone } from '#lib/core/calendar.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { firstDay } from './first-day.ts'
import { healthByListing } from './plain-answers.ts'
import type { Provider, ProviderContext, Pull, PullProgress } from './port.ts'
import { isProviderError, ProviderError } from './provider-error.ts'
import { accountsPage, transactionsPage } from './sepay/answer.ts'
import { allPages } from './sepay/call.ts'
import { accountOf, rowOf } from './sepay/rows.ts'
import { verifyWebhook } from './sepay/webhook.ts'

const zone = 'Asia/Ho_Chi_Minh'
const reach = { history: 730, overlap: 14 }

async function listAccounts(context: ProviderContext) {
  const accounts = await allPages(context, accountsPage, '/bank-accounts', {})
  return accounts.map((account) => accountOf(account, dateInZone(context.now, zone)))
}

async function pull(
  context: ProviderContext,
  cursor: string | null,
  onProgress: PullProgress,
): Promise<Pull> {
  const today = dateInZone(context.now, zone)
  const from = firstDay(cursor, today, reach)
  let requests = 0
  const rows = await allPages(
    context,
    transactionsPage,
    '/transactions',
    { transaction_date_from: `${from} 00:00:00`, transaction_date_to: `${today} 23:59:59` },
    (count) => onProgress({ requests: ++requests, rows: count }),
  )
  const accounts = await listAccounts(context)
  const added = new Map(rows.map((row) => [row.id, rowOf(row)]))
  return {
    accounts,
    added: [...added.values()].filter(({ minor }) => minor !== 0n),
    modified: [],
    removed: [],
    listed: accounts.map(({ id }) => ({ accountId: id, from, to: today })),
    cursor: today,
    notices: [],
    ready: true,
    needsReauth: false,
  }
}

/** SePay for Vietnamese banks, with the holder's own token. Optional settings: `origin`, `webhookSecret`, `webhookApiKey`. */
export const sepay: Provider = {
  id: 'sepay',
  capabilities: {
    link: 'keys',
    listing: 'window',
    pendingLinks: false,
    webhooks: true,
    repair: true,
    requestsPerDay: null,
    requestsPerSecond: 3,
    syncEveryMinutes: 60,
  },
  settingNames: [],
  startLink: async () => ({ kind: 'form', fields: [{ name: 'apiToken', secret: true }] }),
  completeLink: async (context, { fields }) => {
    const token = fields.apiToken?.trim() ?? ''
    if (!/^[\x21-\x7e]{8,2000}$/.test(token)) throw new ProviderError('bad_token', 'That is not a token.')
    const secret = secretOf(token)
    try {
      const accounts = await listAccounts({ ...context, secret })
      const ids = accounts.map(({ id }) => id).toSorted()
      return {
        secret,
        itemKey: ids.length > 0 ? createHash('sha256').update(ids.join('\n')).digest('hex') : null,
        institutionId: null,
        institutionName: 'SePay',
        consentExpiresAt: null,
      }
    } catch (error) {
      if (isProviderError(error) && error.code === 'needs_reauth')
        throw new ProviderError('bad_token', 'SePay does not know this token.')
      throw error
    }
  },
  listAccounts,
  pull,
  verifyWebhook,
  revoke: async () => false,
  health: healthByListing(listAccounts),
}
