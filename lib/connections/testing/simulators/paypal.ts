import { toDecimal } from '#lib/core/money.ts'
import type { SimulatedBank, SimulatedRow } from '../simulated-bank.ts'
import { faultOf, type SimulatedAnswer, type Simulator, serveSimulator } from './serve.ts'

/** Fields of `transaction_info` that a test gives a row: code, status, fee, reference. */
export type PaypalParts = {
  code?: string
  status?: string
  fee?: string
  reference?: string
  name?: string
}

export type PaypalSimulator = Simulator & {
  fields: Record<string, string>
  parts: Map<string, PaypalParts>
  /** Ranges that were asked for, in days, and the pages. */
  asked: { days: number; page: number }[]
  tokens: () => number
  /** Ends every token that was given out. */
  expireTokens: () => void
  largest: number
  pageSize: number
  /** Seconds by which the index lags behind. */
  lag: number
}

const json = (status: number, value: unknown): SimulatedAnswer => ({ status, body: JSON.stringify(value) })
const fault = (status: number, name: string, issue?: string): SimulatedAnswer =>
  json(status, { name, message: 'oops', debug_id: 'd1', details: issue ? [{ issue }] : [], links: [] })

export const paypalKey = (row: SimulatedRow, currency: string, parts: PaypalParts = {}): string =>
  `${row.id} ${parts.code ?? 'T0006'} ${currency} ${toDecimal({ minor: row.minor, currency })}`

/** Speaks PayPal's token, transactions and balances for a simulated bank whose accounts differ in currency. */
export async function paypalSimulator(bank: SimulatedBank): Promise<PaypalSimulator> {
  const [clientId, clientSecret] = ['AClientIdOfATest', 'ESecretOfATest/&=']
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  let given = 0
  let valid = ''
  const currencyOf = (id: string) => bank.accounts.find((account) => account.id === id)?.currency ?? 'USD'
  const instantOf = (row: SimulatedRow) => `${row.date}T12:00:00+0000`

  function wireRow(row: SimulatedRow) {
    const parts = state.parts.get(row.id) ?? {}
    const currency_code = currencyOf(row.accountId)
    return {
      transaction_info: {
        paypal_account_id: '6STWC2LSUYYYE',
        transaction_id: row.id,
        ...(parts.reference ? { paypal_reference_id: parts.reference, paypal_reference_id_type: 'TXN' } : {}),
        transaction_event_code: parts.code ?? 'T0006',
        transaction_initiation_date: instantOf(row),
        transaction_updated_date: instantOf(row),
        transaction_amount: {
          currency_code,
          value: toDecimal({ minor: row.minor, currency: currency_code }),
        },
        ...(parts.fee ? { fee_amount: { currency_code, value: parts.fee } } : {}),
        transaction_status: parts.status ?? (row.pending ? 'P' : 'S'),
      },
      payer_info: { payer_name: { alternate_full_name: parts.name ?? row.description } },
      shipping_info: {},
      cart_info: {},
    }
  }

  function transactions(query: URLSearchParams): SimulatedAnswer {
    const [from, to] = [Date.parse(query.get('start_date') ?? ''), Date.parse(query.get('end_date') ?? '')]
    const days = (to - from) / 86_400_000
    const page = Number(query.get('page') ?? 1)
    state.asked.push({ days, page })
    if (!(days <= 31)) return fault(400, 'INVALID_REQUEST', 'Date range is greater than 31 days')
    const refreshed = Date.parse(`${bank.today}T14:59:59Z`) - state.lag * 1000
    const rows = [...bank.rows.values()]
      .filter((row) => {
        const at = Date.parse(instantOf(row))
        return at >= from && at <= to && at <= refreshed
      })
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    if (rows.length > state.largest) return fault(400, 'INVALID_REQUEST', 'RESULTSET_TOO_LARGE')
    const size = Math.min(state.pageSize, Number(query.get('page_size') ?? 100))
    return json(200, {
      transaction_details: rows.slice((page - 1) * size, page * size).map(wireRow),
      account_number: 'XZXSPECPDZHZU',
      last_refreshed_datetime: `${new Date(refreshed).toISOString().slice(0, 19)}+0000`,
      page,
      total_items: rows.length,
      total_pages: Math.ceil(rows.length / size),
      links: [],
    })
  }

  const balances = () =>
    json(200, {
      balances: bank.accounts.map(({ id, currency }, at) => {
        const value = toDecimal({ minor: bank.balanceOf(id), currency })
        const amount = { currency_code: currency, value }
        return { currency, primary: at === 0, total_balance: amount, available_balance: amount }
      }),
      account_id: 'XZXSPECPDZHZU',
      as_of_time: `${bank.today}T15:00:00Z`,
      last_refresh_time: `${bank.today}T14:59:59Z`,
    })

  const simulator = await serveSimulator(({ method, url, headers, body }) => {
    if (url.pathname === '/v1/oauth2/token') {
      const isAsked = method === 'POST' && body === 'grant_type=client_credentials'
      if (!isAsked || headers.authorization !== basic || bank.revoked)
        return json(401, { error: 'invalid_client', error_description: 'Client Authentication failed' })
      valid = `A21AA-${++given}`
      return json(200, { access_token: valid, token_type: 'Bearer', expires_in: 32_400 })
    }
    if (headers.authorization !== `Bearer ${valid}` || bank.revoked)
      return fault(401, 'AUTHENTICATION_FAILURE')
    if (bank.loginBroken) return fault(403, 'NOT_AUTHORIZED')
    bank.beforeAnswer()
    const trouble = faultOf(bank)
    if (trouble) return trouble
    if (url.pathname === '/v1/reporting/balances') return balances()
    return url.pathname === '/v1/reporting/transactions'
      ? transactions(url.searchParams)
      : fault(404, 'RESOURCE_NOT_FOUND')
  })
  const state: PaypalSimulator = {
    ...simulator,
    fields: { clientId, clientSecret },
    parts: new Map(),
    asked: [],
    tokens: () => given,
    expireTokens: () => {
      valid = 'none'
    },
    largest: 10_000,
    pageSize: 500,
    lag: 0,
  }
  return state
}
