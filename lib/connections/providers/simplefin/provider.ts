import { daysBetween } from '#lib/core/calendar.ts'
import { ask, readJson } from '../answers.ts'
import { plainText } from '../plain-text.ts'
import type { Listed, Notice, Provider, ProviderContext, ProviderRow, Pull } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { claim, type Hosts, headersOf, readAccess } from './access.ts'
import { type AccountSet, accountSet } from './answer.ts'
import { accountOf, dayOf, isMoney, rowOf } from './rows.ts'
import { type Window, windowsSince } from './windows.ts'

/** What of SimpleFIN differs between the Bridge and a bank that speaks its protocol. */
export type Flavour = Pick<Provider, 'id' | 'capabilities' | 'settingNames' | 'startLink' | 'revoke'> & {
  hosts: Hosts
  institutionName: string
}

async function fetchSet(
  context: ProviderContext,
  hosts: Hosts,
  query: Record<string, string>,
): Promise<AccountSet> {
  const access = readAccess(context.secret, hosts(context))
  const address = `${access.base}/accounts?${new URLSearchParams({ ...query, version: '2' })}`
  const answer = await ask(context.fetch, context.now, address, {
    headers: headersOf(access),
    ...(context.signal ? { signal: context.signal } : {}),
  })
  if (answer.status === 402) throw new ProviderError('payment_due', 'The subscription has run out.')
  if (answer.status === 401 || answer.status === 403)
    throw new ProviderError('revoked', 'The access was withdrawn at the provider.')
  if (answer.status !== 200) throw new ProviderError('bad_answer', 'The provider refused the question.')
  return readJson(accountSet, answer)
}

const isLoginTrouble = (code: string, text: string): boolean =>
  /\.auth$/.test(code) ||
  (code === '' && /need(s)? attention|re-?auth|log ?in|credential|password/i.test(text))

type Trouble = {
  notices: Notice[]
  needsReauth: boolean
  isWhole: (set: AccountSet, accountId: string) => boolean
}

/** What the answer complains about. An old-style complaint names nobody, so that no account can be taken as complete. */
function troubleOf(set: AccountSet): Trouble {
  const said = [
    ...set.errors.map((msg) => ({ code: '', msg, conn_id: null, account_id: null })),
    ...set.errlist,
  ]
  const connections = new Set(said.flatMap(({ conn_id }) => conn_id ?? []))
  const accounts = new Set(said.flatMap(({ account_id }) => account_id ?? []))
  const vague = said.some(({ conn_id, account_id }) => !conn_id && !account_id)
  return {
    needsReauth: said.some(({ code, msg }) => isLoginTrouble(code, msg)),
    notices: said.map(({ code, msg, account_id }) => ({
      code: isLoginTrouble(code, msg) ? 'account_needs_attention' : 'provider_says',
      ...(account_id ? { accountId: account_id } : {}),
      text: plainText(msg),
    })),
    isWhole: ({ accounts: all }, id) => {
      const connection = all.find((account) => account.id === id)?.conn_id
      return !vague && !accounts.has(id) && !(connection && connections.has(connection))
    },
  }
}

const balanceIsOld = (epoch: number, now: Date): boolean =>
  daysBetween(dayOf(epoch), dayOf(Math.floor(now.getTime() / 1000))) > 3

/** Asks window by window, newest first; a first pull ends where two windows in a row hold nothing. */
async function collect(
  context: ProviderContext,
  hosts: Hosts,
  since: number | null,
  onProgress: (progress: { requests: number; rows: number }) => void,
): Promise<{ sets: AccountSet[]; windows: Window[] }> {
  const sets: AccountSet[] = []
  const windows: Window[] = []
  let rows = 0
  let empty = 0
  for (const window of windowsSince(since, context.now)) {
    const set = await fetchSet(context, hosts, {
      'start-date': String(window.start),
      'end-date': String(window.end),
      pending: '1',
    })
    sets.push(set)
    windows.push(window)
    const found = set.accounts.reduce((sum, account) => sum + account.transactions.length, 0)
    rows += found
    onProgress({ requests: sets.length, rows })
    empty = found === 0 ? empty + 1 : 0
    if (empty === 2) break
  }
  return { sets, windows }
}

async function pull(
  context: ProviderContext,
  hosts: Hosts,
  cursor: string | null,
  onProgress: Parameters<Provider['pull']>[2],
): Promise<Pull> {
  const { sets, windows } = await collect(context, hosts, cursor === null ? null : Number(cursor), onProgress)
  const [newest] = sets
  if (!newest) throw new ProviderError('bad_answer', 'The provider gave no answer.')
  const troubles = sets.map(troubleOf)
  const [trouble] = troubles
  if (newest.accounts.length === 0 && trouble?.needsReauth)
    throw new ProviderError('needs_reauth', 'The login needs its owner.')
  const rows = new Map<string, ProviderRow>()
  for (const set of sets)
    for (const account of set.accounts.filter(isMoney))
      for (const row of account.transactions)
        rows.set(`${account.id}\n${row.id}`, rowOf(row, account, context.now))
  const custom = newest.accounts.filter((account) => !isMoney(account))
  const old = newest.accounts.filter((account) => balanceIsOld(account['balance-date'], context.now))
  const money = newest.accounts.filter(isMoney)
  const listed = money.flatMap(({ id }): Listed[] => {
    const whole = sets.every((set, at) => {
      const answered = set.accounts.some((account) => account.id === id)
      return answered && (troubles[at]?.isWhole(set, id) ?? false)
    })
    const start = windows.at(-1)?.start ?? 0
    return whole ? [{ accountId: id, from: dayOf(start), to: dayOf((windows[0]?.end ?? 0) - 1) }] : []
  })
  return {
    accounts: money.map((account) => accountOf(account, newest)),
    added: [...rows.values()],
    modified: [],
    removed: [],
    listed,
    cursor: String(Math.floor(context.now.getTime() / 1000)),
    notices: [
      ...(trouble?.notices ?? []),
      ...custom.map(({ id, name }) => ({
        code: 'custom_currency' as const,
        accountId: id,
        text: plainText(name),
      })),
      ...old.map(({ id, name }) => ({
        code: 'balance_is_old' as const,
        accountId: id,
        text: plainText(name),
      })),
    ],
    ready: true,
    needsReauth: trouble?.needsReauth ?? false,
  }
}

/** A provider that speaks SimpleFIN: setup token, access URL, `/accounts`. */
export function simplefinProvider({ hosts, institutionName, ...flavour }: Flavour): Provider {
  const balances = (context: ProviderContext) => fetchSet(context, hosts, { 'balances-only': '1' })
  return {
    ...flavour,
    completeLink: async (context, { fields, repair }) => {
      const token = fields.token?.trim()
      const secret = token || !repair ? await claim(context, token ?? '', hosts) : context.secret
      if (!secret) throw new ProviderError('bad_token', 'There is nothing to repair.')
      return { secret, itemKey: null, institutionId: null, institutionName, consentExpiresAt: null }
    },
    listAccounts: async (context) => {
      const set = await balances(context)
      return set.accounts.filter(isMoney).map((account) => accountOf(account, set))
    },
    pull: (context, cursor, onProgress) => pull(context, hosts, cursor, onProgress),
    verifyWebhook: async () => {
      throw new ProviderError('forged', 'This provider sends no webhooks.')
    },
    health: async (context) => {
      const { needsReauth } = troubleOf(await balances(context))
      return { state: needsReauth ? 'needs_reauth' : 'ok', consentExpiresAt: null }
    },
  }
}
