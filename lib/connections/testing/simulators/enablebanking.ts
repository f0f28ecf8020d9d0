import { createVerify, generateKeyPairSync } from 'node:crypto'
import { toDecimal } from '#lib/core/money.ts'
import type { SimulatedBank, SimulatedRow } from '../simulated-bank.ts'
import { faultOf, type SimulatedAnswer, type Simulator, serveSimulator } from './serve.ts'

export type EnableSimulator = Simulator & {
  applicationId: string
  privateKey: string
  code: () => string
  pageSize: number
  /** A bank whose pages never end. */
  endless: boolean
  /** Rows come without `entry_reference`. */
  nameless: boolean
  /** Rows of this description are in yen. */
  foreign: string
  /** Accounts are said to be of several currencies. */
  manyCurrencies: boolean
  validUntil: string
  requests: () => number
}

const json = (status: number, value: unknown): SimulatedAnswer => ({ status, body: JSON.stringify(value) })
const aspsps = [
  { name: 'Simulated Bank', country: 'FI' },
  { name: 'Another Bank', country: 'FI' },
  { name: 'Andere Bank', country: 'DE' },
]
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** Speaks Enable Banking for a simulated bank: signed tokens, auth, sessions, balances, pages of rows. */
export async function enableSimulator(bank: SimulatedBank): Promise<EnableSimulator> {
  const applicationId = '11111111-2222-4333-8444-555555555555'
  let requests = 0
  let codes = 0
  const spent = new Set<string>()

  function isSigned(authorization: string | undefined): boolean {
    const [head = '', claims = '', signature = ''] = (authorization ?? '').replace('Bearer ', '').split('.')
    const parse = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString() || '{}')
    const valid = createVerify('RSA-SHA256')
      .update(`${head}.${claims}`)
      .verify(publicKey, signature, 'base64url')
    const { alg, kid } = parse(head)
    const { iss, aud, exp, iat } = parse(claims)
    const isOurs = iss === 'enablebanking.com' && aud === 'api.enablebanking.com' && exp - iat <= 86_400
    return valid && alg === 'RS256' && kid === applicationId && isOurs
  }

  const accounts = () =>
    bank.accounts.map(({ id, name, currency }) => ({
      uid: `uid-${id}`,
      identification_hash: id,
      account_id: { iban: `FI00000000${/(\d{4})\)$/.exec(name)?.[1]}` },
      name,
      details: 'Simulated Bank',
      cash_account_type: /Visa/.test(name) ? 'CARD' : 'CACC',
      currency: state.manyCurrencies ? 'X'.repeat(3) : currency,
    }))

  function wireRow(row: SimulatedRow) {
    const currency = bank.accounts.find(({ id }) => id === row.accountId)?.currency ?? 'EUR'
    const size = row.minor < 0n ? -row.minor : row.minor
    return {
      ...(state.nameless ? {} : { entry_reference: row.id }),
      transaction_amount: {
        currency: row.description === state.foreign ? 'JPY' : currency,
        amount: toDecimal({ minor: size, currency }),
      },
      creditor: { name: row.description },
      debtor: { name: 'Holder' },
      credit_debit_indicator: row.minor < 0n ? 'DBIT' : 'CRDT',
      status: row.pending ? 'PDNG' : 'BOOK',
      booking_date: row.date,
      value_date: row.date,
      remittance_information: [`Payment ${row.description}`],
    }
  }

  function transactions(id: string, query: URLSearchParams): SimulatedAnswer {
    const rows = [...bank.rows.values()].filter(
      (row) =>
        row.accountId === id &&
        (row.pending ||
          (row.date >= (query.get('date_from') ?? '') && row.date <= (query.get('date_to') ?? '9'))),
    )
    const start = Number(query.get('continuation_key') ?? 0)
    const next = start + state.pageSize
    const key = state.endless ? String(next % 1_000_000) : next < rows.length ? String(next) : null
    return json(200, { transactions: rows.slice(start, next).map(wireRow), continuation_key: key })
  }

  const simulator = await serveSimulator(({ method, url, headers, body }) => {
    if (!isSigned(headers.authorization))
      return json(401, { code: 401, message: 'oops', error: 'UNAUTHORIZED' })
    requests++
    const path = url.pathname
    if (path === '/aspsps') {
      const country = url.searchParams.get('country')
      return json(200, { aspsps: aspsps.filter((each) => each.country === country) })
    }
    if (path === '/auth' && method === 'POST') {
      const asked = JSON.parse(body)
      if (!aspsps.some(({ name, country }) => name === asked.aspsp.name && country === asked.aspsp.country))
        return json(400, { error: 'WRONG_ASPSP_PROVIDED' })
      return json(200, {
        url: `${state.origin}/consent?state=${asked.state}&until=${asked.access.valid_until}`,
      })
    }
    if (path === '/sessions' && method === 'POST') {
      const { code } = JSON.parse(body)
      if (!/^code-\d+$/.test(code) || spent.has(code)) return json(400, { error: 'WRONG_AUTHORIZATION_CODE' })
      spent.add(code)
      const access = { valid_until: state.validUntil }
      const aspsp = { name: 'Simulated Bank', country: 'FI' }
      return json(200, { session_id: 'S-1', accounts: accounts(), aspsp, access })
    }
    if (path === '/sessions/S-1' && method === 'DELETE') {
      bank.revoked = true
      return json(200, { message: 'OK' })
    }
    const status = bank.loginBroken ? 'EXPIRED' : bank.revoked ? 'REVOKED' : 'AUTHORIZED'
    if (path === '/sessions/S-1') return json(200, { status, access: { valid_until: state.validUntil } })
    if (status !== 'AUTHORIZED') return json(status === 'EXPIRED' ? 401 : 403, { error: `${status}_SESSION` })
    bank.beforeAnswer()
    const trouble = faultOf(bank)
    if (trouble) return trouble
    const [, id, what] = /^\/accounts\/uid-([^/]+)\/(balances|transactions)$/.exec(path) ?? []
    if (!id) return json(404, { error: 'NOT_FOUND' })
    if (what === 'transactions') return transactions(id, url.searchParams)
    const currency = bank.accounts.find((account) => account.id === id)?.currency ?? 'EUR'
    const amount = toDecimal({ minor: bank.balanceOf(id), currency })
    return json(200, {
      balances: [{ balance_amount: { currency, amount }, balance_type: 'CLBD', reference_date: bank.today }],
    })
  })
  const state: EnableSimulator = {
    ...simulator,
    applicationId,
    privateKey,
    code: () => `code-${++codes}`,
    pageSize: 100,
    endless: false,
    nameless: false,
    foreign: '',
    manyCurrencies: false,
    validUntil: '2027-01-30T00:00:00Z',
    requests: () => requests,
  }
  return state
}
