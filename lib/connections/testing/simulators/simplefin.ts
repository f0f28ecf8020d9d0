import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import { toDecimal } from '#lib/core/money.ts'
import type { SimulatedBank, SimulatedRow } from '../simulated-bank.ts'
import {
  faultOf,
  type SimulatedAnswer,
  type SimulatedRequest,
  type Simulator,
  serveSimulator,
} from './serve.ts'

export type SimplefinSimulator = Simulator & {
  setupToken: () => string
  /** Waited for before a token is claimed: a place for what happens meanwhile. */
  claims: () => Promise<void>
  /** Data requests of the current day. */
  requests: () => number
  /** Says only version 1 of the protocol. */
  old: boolean
  /** Rows of an answer in another order, some of them twice. */
  shuffle: boolean
  /** More than one error in v1 and v2, with markup in it. */
  complaint: string | null
  complaintCode: 'act.failed' | 'con.auth'
  dailyLimit: number
  newDay: () => void
}

const epochOf = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`) / 1000
const json = (status: number, value: unknown): SimulatedAnswer => ({ status, body: JSON.stringify(value) })
const text = (status: number, body: string): SimulatedAnswer => ({
  status,
  body,
  headers: { 'content-type': 'text/plain' },
})

const wireRow = (row: SimulatedRow, currency: string) => ({
  id: row.id,
  posted: row.pending ? 0 : epochOf(row.date),
  amount: toDecimal({ minor: row.minor, currency }),
  description: row.description,
  payee: row.description,
  memo: '',
  transacted_at: epochOf(row.date),
  ...(row.pending ? { pending: true } : {}),
})

/** Speaks SimpleFIN 1 and 2 for a simulated bank: claim once, basic auth, windows, pending, errors, a daily limit. */
export async function simplefinSimulator(bank: SimulatedBank): Promise<SimplefinSimulator> {
  const tokens = new Map<string, boolean>()
  const [user, password] = ['u-4711', 'p%2Fw&secret']
  let count = 0
  const authorization = `Basic ${Buffer.from(`${user}:${decodeURIComponent(password)}`).toString('base64')}`

  const listed = (row: SimulatedRow, from: number, to: number): boolean =>
    row.pending || (epochOf(row.date) >= from && epochOf(row.date) < to)

  function accountsAnswer({ url }: SimulatedRequest): SimulatedAnswer {
    const query = url.searchParams
    const from = Number(query.get('start-date') ?? 0)
    const to = Number(query.get('end-date') ?? Number.MAX_SAFE_INTEGER)
    const pending = query.has('pending')
    const bare = query.get('balances-only') === '1'
    const isNew = query.get('version') === '2' && !state.old
    const accounts = bank.loginBroken
      ? []
      : bank.accounts.map((account) => {
          const rows = [...bank.rows.values()].filter(
            (row) => row.accountId === account.id && listed(row, from, to) && (pending || !row.pending),
          )
          const wire = bare ? [] : rows.map((row) => wireRow(row, account.currency))
          return {
            ...(isNew
              ? { conn_id: 'CON-1' }
              : { org: { name: account.institution, domain: 'bank.test', 'sfin-url': state.origin } }),
            id: account.id,
            name: account.name,
            currency: account.currency,
            balance: toDecimal({ minor: bank.balanceOf(account.id), currency: account.currency }),
            'balance-date': epochOf(bank.today),
            transactions: state.shuffle ? [...wire, ...wire.slice(0, 3)].reverse() : wire,
          }
        })
    const msg = bank.loginBroken ? 'Connection to <b>Simulated Bank</b> may need attention' : state.complaint
    const code = bank.loginBroken ? 'con.auth' : state.complaintCode
    return isNew
      ? json(200, {
          errlist: msg ? [{ code, msg, conn_id: 'CON-1' }] : [],
          connections: [
            {
              conn_id: 'CON-1',
              name: 'Sim',
              org_id: 'sim',
              org_name: 'Simulated Bank',
              org_url: 'https://bank.test',
            },
          ],
          accounts,
        })
      : json(200, { errors: msg ? [msg] : [], accounts })
  }

  const simulator = await serveSimulator(async (request) => {
    const { method, url, headers } = request
    const claimed = /^\/claim\/(\w+)$/.exec(url.pathname)?.[1]
    if (claimed !== undefined) {
      if (method !== 'POST' || headers['content-length'] !== '0') return text(400, 'POST, empty')
      if (tokens.get(claimed) !== false) return text(403, 'claimed')
      await state.claims()
      tokens.set(claimed, true)
      return text(200, state.origin.replace('http://', `http://${user}:${password}@`).concat('/simplefin'))
    }
    if (url.pathname === '/simplefin/info') return json(200, { versions: ['1.0'] })
    if (url.pathname !== '/simplefin/accounts') return text(404, 'no')
    if (headers.authorization !== authorization || bank.revoked) return text(403, 'revoked')
    if (++count > state.dailyLimit) return text(429, 'too many')
    await bank.beforeAnswer()
    return faultOf(bank) ?? accountsAnswer(request)
  })
  const state: SimplefinSimulator = {
    ...simulator,
    old: false,
    shuffle: false,
    complaint: null,
    complaintCode: 'act.failed',
    dailyLimit: Number.MAX_SAFE_INTEGER,
    claims: async () => undefined,
    requests: () => count,
    newDay: () => {
      count = 0
      bank.today = addDays(bank.today, 1)
    },
    setupToken: () => {
      const token = `t${tokens.size}`
      tokens.set(token, false)
      return Buffer.from(`${state.origin}/claim/${token}`).toString('base64')
    },
  }
  return state
}
