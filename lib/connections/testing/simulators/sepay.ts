import type { SimulatedBank, SimulatedRow } from '../simulated-bank.ts'
import { faultOf, type SimulatedAnswer, type Simulator, serveSimulator } from './serve.ts'

export type SepaySimulator = Simulator & { token: string; pages: () => number; pageSize: number }

const json = (status: number, value: unknown): SimulatedAnswer => ({ status, body: JSON.stringify(value) })

/** Speaks SePay's version 2 for a simulated bank whose accounts are in dong. It knows no pending rows. */
export async function sepaySimulator(bank: SimulatedBank): Promise<SepaySimulator> {
  const token = 'SEPAY-TOKEN-OF-A-TEST'
  let pages = 0

  const wireRow = (row: SimulatedRow) => ({
    id: row.id,
    transaction_date: `${row.date} 00:24:40`,
    account_number: `0000${row.accountId}`,
    va: '',
    transfer_type: row.minor < 0n ? 'out' : 'in',
    amount_in: row.minor > 0n ? Number(row.minor) : 0,
    amount_out: row.minor < 0n ? Number(-row.minor) : 0,
    accumulated: 0,
    transaction_content: row.description,
    reference_number: `FT${row.id}`,
    code: null,
    bank_brand_name: 'ACB',
    bank_account_id: row.accountId,
    va_id: null,
    webhook_success: 0,
  })

  function listOf(url: URL): unknown[] | null {
    const [from, to] = [
      url.searchParams.get('transaction_date_from') ?? '',
      url.searchParams.get('transaction_date_to') ?? '9999',
    ]
    if (url.pathname === '/v2/transactions')
      return [...bank.rows.values()]
        .filter((row) => !row.pending)
        .map(wireRow)
        .filter(({ transaction_date: at }) => at >= from && at <= to)
        .sort((a, b) => (a.transaction_date < b.transaction_date ? 1 : -1))
    if (url.pathname !== '/v2/bank-accounts') return null
    return bank.accounts.map(({ id, name }) => ({
      id,
      account_number: `00000${/(\d{4})\)$/.exec(name)?.[1]}`,
      account_holder_name: 'NGUYEN VAN A',
      bank_brand_name: 'ACB',
      label: name,
      accumulated: Number(bank.balanceOf(id)),
      active: true,
    }))
  }

  const simulator = await serveSimulator(({ url, headers }) => {
    if (headers.authorization !== `Bearer ${token}` || bank.loginBroken)
      return json(401, { status: 'error', message: 'oops' })
    if (bank.revoked) return json(403, { status: 'error', message: 'oops' })
    bank.beforeAnswer()
    const trouble = faultOf(bank)
    if (trouble) return trouble
    const list = listOf(url)
    if (!list) return json(404, { status: 'error' })
    const page = Number(url.searchParams.get('page') ?? 1)
    const size = Math.min(state.pageSize, Number(url.searchParams.get('per_page') ?? 20))
    pages++
    const last = Math.max(1, Math.ceil(list.length / size))
    return json(200, {
      status: 'success',
      data: list.slice((page - 1) * size, page * size),
      meta: {
        pagination: {
          total: list.length,
          per_page: size,
          current_page: page,
          last_page: last,
          has_more: page < last,
        },
      },
    })
  })
  const state: SepaySimulator = { ...simulator, token, pages: () => pages, pageSize: 100 }
  return state
}
