import type { CalendarDate } from '#lib/core/calendar.ts'
import { toDecimal } from '#lib/core/money.ts'
import type { BankBook, BookAccount, BookRow } from './book.ts'

/** Who keeps the logins: the store, or a test. `now` is when the question came. */
export type BankDesk = {
  /** Gives the access address for a setup token, once; null for one that is unknown, used or old. */
  claim: (token: string, now: Date) => Promise<string | null>
  /** What these credentials may see; null when they are unknown or were withdrawn. */
  open: (user: string, password: string, now: Date) => Promise<BankBook | null>
  /** Withdraws an access; false when it is unknown. */
  revoke: (user: string, password: string, now: Date) => Promise<boolean>
  /** Seconds to wait when somebody asks too often; null when it may be asked. */
  wait: (kind: 'claim' | 'access', key: string) => number | null
}

const json = (status: number, value: unknown): Response =>
  Response.json(value, { status, headers: { 'cache-control': 'no-store' } })
const text = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })

const epochOf = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`) / 1000

const wireRow = (row: BookRow, currency: string) => ({
  id: row.id,
  posted: row.pending ? 0 : epochOf(row.date),
  amount: toDecimal({ minor: row.minor, currency }),
  description: row.description,
  payee: row.description,
  memo: '',
  transacted_at: epochOf(row.madeOn),
  ...(row.pending ? { pending: true } : {}),
})

const epochIn = (query: URLSearchParams, name: string, otherwise: number): number => {
  const given = query.get(name)
  return given !== null && /^\d{1,12}$/.test(given) ? Number(given) : otherwise
}

/** The answer of `/accounts` with all of SimpleFIN's parameters, in version 1 or 2. The presence of `pending` is enough. */
export function accountsAnswer(book: BankBook, query: URLSearchParams): object {
  const from = epochIn(query, 'start-date', 0)
  const to = epochIn(query, 'end-date', Number.MAX_SAFE_INTEGER)
  const wanted = query.getAll('account')
  const isNew = query.get('version') === '2'
  const { bank, trouble } = book
  const rowsOf = ({ rows, currency }: BookAccount) =>
    rows
      .filter((row) =>
        row.pending ? query.has('pending') : epochOf(row.date) >= from && epochOf(row.date) < to,
      )
      .map((row) => wireRow(row, currency))
  const open = trouble ? [] : book.accounts
  const accounts = open
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .map((account) => ({
      ...(isNew
        ? { conn_id: 'CON-1' }
        : { org: { id: bank.id, name: bank.name, domain: new URL(bank.url).host, url: bank.url } }),
      id: account.id,
      name: account.name,
      currency: account.currency,
      balance: toDecimal({ minor: account.balance, currency: account.currency }),
      'balance-date': epochOf(book.asOf),
      transactions: query.get('balances-only') === '1' ? [] : rowsOf(account),
    }))
  if (!isNew) return { errors: trouble ? [trouble] : [], accounts }
  return {
    errlist: trouble ? [{ code: 'con.auth', msg: trouble, conn_id: 'CON-1' }] : [],
    connections: [
      { conn_id: 'CON-1', name: bank.name, org_id: bank.id, org_name: bank.name, org_url: bank.url },
    ],
    accounts,
  }
}

/** User and password of a Basic header; null when it is none. */
export function readBasic(header: string | null): { user: string; password: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,400}={0,2})$/.exec(header ?? '')?.[1]
  const pair = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : ''
  const colon = pair.indexOf(':')
  return colon < 1 ? null : { user: pair.slice(0, colon), password: pair.slice(colon + 1) }
}

const slowDown = (wait: number): Response =>
  text(429, 'Too many requests.\n', { 'retry-after': String(wait) })

async function claimAnswer(desk: BankDesk, token: string, now: Date): Promise<Response> {
  const wait = desk.wait('claim', 'all')
  if (wait !== null) return slowDown(wait)
  const access = await desk.claim(token, now)
  return access === null ? text(403, 'The token was used, or is none.\n') : text(200, access)
}

/** One request of SimpleFIN below the bank's root: `claim/<token>`, `simplefin/info`, `simplefin/accounts`, and our `simplefin/revoke`. */
export async function answerAsBank(
  desk: BankDesk,
  request: Request,
  path: readonly string[],
  now: Date,
): Promise<Response> {
  const [root, name, ...rest] = path
  if (rest.length > 0) return text(404, 'Not here.\n')
  const asked = `${request.method} ${root}`
  if (asked === 'POST claim' && name) return claimAnswer(desk, name, now)
  if (root !== 'simplefin' || !name) return text(404, 'Not here.\n')
  if (request.method === 'GET' && name === 'info') return json(200, { versions: ['1.0', '2.0'] })
  const known = readBasic(request.headers.get('authorization'))
  if (!known) return text(403, 'No access.\n')
  const wait = desk.wait('access', known.user)
  if (wait !== null) return slowDown(wait)
  if (request.method === 'POST' && name === 'revoke')
    return (await desk.revoke(known.user, known.password, now))
      ? text(200, 'Forgotten.\n')
      : text(403, 'No access.\n')
  if (request.method !== 'GET' || name !== 'accounts') return text(404, 'Not here.\n')
  const book = await desk.open(known.user, known.password, now)
  return book ? json(200, accountsAnswer(book, new URL(request.url).searchParams)) : text(403, 'No access.\n')
}
