import { toDecimal } from '#lib/core/money.ts'
import type { SimulatedBank, SimulatedRow } from '../simulated-bank.ts'
import { faultOf, type SimulatedAnswer, type Simulator, serveSimulator } from './serve.ts'

export type MastercardSimulator = Simulator & {
  keys: { partnerId: string; partnerSecret: string; appKey: string }
  customers: string[]
  pageSize: number
  tokens: () => number
  expireTokens: () => void
  /** Paths that were posted to. */
  posted: string[]
  /** The bank lets itself be asked: without it a refresh is refused and rows stay as they were. */
  refreshes: boolean
}

const json = (status: number, value: unknown): SimulatedAnswer => ({ status, body: JSON.stringify(value) })
const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`) / 1000

/** Speaks the parts of Finicity that are used, for sandbox customers of a simulated bank. */
export async function mastercardSimulator(bank: SimulatedBank): Promise<MastercardSimulator> {
  const keys = { partnerId: '2445581234567', partnerSecret: 'partner-secret-1', appKey: 'app-key-1' }
  let given = 0
  let valid = ''
  const numberOf = (row: SimulatedRow, currency: string) => Number(toDecimal({ minor: row.minor, currency }))

  const accounts = () =>
    bank.accounts.map(({ id, name, currency }) => ({
      id,
      number: 'x',
      accountNumberDisplay: /(\d{4})\)$/.exec(name)?.[1],
      name,
      type: /Visa/.test(name) ? 'creditCard' : 'checking',
      currency,
      balance: Number(toDecimal({ minor: bank.balanceOf(id), currency })),
      balanceDate: noon(bank.today),
      institutionId: '102105',
      institutionLoginId: 1_007_302_745,
      aggregationStatusCode: bank.loginBroken ? 103 : 0,
    }))

  /** What the last refresh brought: rows arrive with it only. */
  let fetched = [...bank.rows.values()]

  function transactions(query: URLSearchParams): SimulatedAnswer {
    const [from, to] = [Number(query.get('fromDate')), Number(query.get('toDate'))]
    const rows = fetched.filter((row) => row.pending || (noon(row.date) >= from && noon(row.date) <= to))
    const start = Number(query.get('start') ?? 1) - 1
    const page = rows.slice(start, start + Math.min(Number(query.get('limit') ?? 1000), state.pageSize))
    return json(200, {
      found: rows.length,
      displaying: page.length,
      moreAvailable: String(start + page.length < rows.length),
      transactions: page.map((row) => ({
        id: row.id,
        amount: numberOf(row, 'USD'),
        accountId: row.accountId,
        customerId: 1,
        status: row.pending ? 'pending' : 'active',
        description: row.description,
        memo: '',
        transactionDate: noon(row.date),
        ...(row.pending ? {} : { postedDate: noon(row.date) }),
        categorization: { normalizedPayeeName: row.description },
      })),
    })
  }

  const simulator = await serveSimulator(({ method, url, headers, body }) => {
    const path = url.pathname
    if (headers['finicity-app-key'] !== keys.appKey) return json(401, { code: 10001, message: 'oops' })
    if (path === '/aggregation/v2/partners/authentication') {
      const { partnerId, partnerSecret } = JSON.parse(body)
      if (partnerId !== keys.partnerId || partnerSecret !== keys.partnerSecret)
        return json(401, { code: 10021 })
      valid = `tok-${++given}`
      return json(200, { token: valid })
    }
    if (headers['finicity-app-token'] !== valid) return json(401, { code: 10022, message: 'oops' })
    if (method === 'POST') state.posted.push(path)
    if (path === '/aggregation/v2/customers/testing') {
      const id = String(5_006_768_113 + state.customers.length)
      state.customers.push(id)
      return json(201, { id, username: JSON.parse(body).username, createdDate: '1' })
    }
    if (path.startsWith('/connect/v2/generate'))
      return json(200, { link: `https://connect2.finicity.test/?customerId=${JSON.parse(body).customerId}` })
    const [, , id, what] = /^\/aggregation\/(v1|v3)\/customers\/(\d+)\/?(\w*)$/.exec(path) ?? []
    if (!id || !state.customers.includes(id) || bank.revoked)
      return json(404, { code: 14001, message: 'oops' })
    if (method === 'DELETE') {
      bank.revoked = true
      return { status: 204, body: '' }
    }
    bank.beforeAnswer()
    const trouble = faultOf(bank)
    if (!trouble && method === 'POST') {
      if (!state.refreshes) return json(400, { code: 38007, message: 'oops' })
      fetched = [...bank.rows.values()].map((row) => ({ ...row }))
    }
    return (
      trouble ?? (what === 'accounts' ? json(200, { accounts: accounts() }) : transactions(url.searchParams))
    )
  })
  const state: MastercardSimulator = {
    ...simulator,
    keys,
    customers: ['5006768112'],
    pageSize: 1000,
    tokens: () => given,
    expireTokens: () => {
      valid = 'none'
    },
    posted: [],
    refreshes: true,
  }
  return state
}
