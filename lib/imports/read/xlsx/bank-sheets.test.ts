import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { lines, readText } from '../testing.ts'

type Row = readonly (string | number)[]
const kinds = ['biff8', 'xlsx', 'csv'] as const

function sheet(rows: readonly Row[], bookType: (typeof kinds)[number]): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'S')
  const bytes: unknown = write(book, { type: 'buffer', bookType, compression: true })
  return bytes as Uint8Array
}

const blank = (count: number): Row[] => Array.from({ length: count }, () => [])

/** A row of a sheet whose cells stand far apart, as merged cells leave them. */
const apart = (cells: Record<number, string>): Row => Array.from({ length: 60 }, (_, at) => cells[at] ?? '')

const vietcombank: Row[] = [
  ['NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM'],
  ['SAO KÊ TÀI KHOẢN'],
  ['STATEMENT OF ACCOUNT'],
  ['Từ/From: 01/01/2026 Đến/To: 31/01/2026'],
  ['Số tài khoản/Account number:', '', '0071001234567'],
  ['Loại tiền/Currency:', '', 'VND'],
  ...blank(4),
  ['Số dư đầu kỳ/Opening balance:', '', '10,000,000'],
  ...blank(2),
  [
    'STT\nNo.',
    'Ngày/\nTNX Date / Số CT/\nDoc No',
    'Số tiền ghi nợ/\nDebit',
    'Số tiền ghi có/\nCredit',
    'Số dư/\nBalance',
    'Nội dung chi tiết/\nTransactions in detail',
  ],
  [1, '02/01/2026\n5389 - 82579', '85,000', '', '9,915,000', 'GRAB'],
  [2, '03/01/2026 / 5078-12346', '', '25,000,000', '34,915,000', 'LUONG'],
  ['', 'Tổng số/Total', '85,000', '25,000,000', '', ''],
]

const techcombank: Row[] = [
  ...blank(4),
  ['Từ ngày/From: 01/01/2026 đến ngày/to: 31/01/2026'],
  ...blank(4),
  ['Số tài khoản/ Account no.:', '', '19012345678901'],
  ['Loại tiền/ Currency:', '', 'VND'],
  ['Số dư đầu kỳ/ Opening balance:', '', '1,000,000'],
  ...blank(8),
  [
    'Ngày KH thực hiện/ Requesting date',
    'Ngày giao dịch/ Transaction date',
    'Số bút toán/ Reference No.',
    'Ngân hàng đối tác/ Remittance bank',
    'Tài khoản đối tác/ Remittance account',
    'Tên đối tác/ Remittance account name',
    'Diễn giải/ Description',
    'Nợ/ Debit',
    'Có/ Credit',
    'Phí/Lãi/ Fee/Interest',
    'Thuế/ Transaction VAT',
    'Số dư/ Running balance',
  ],
  [
    '02/01/2026',
    '02/01/2026',
    'FT26002123456',
    'VCB',
    '0071',
    'NGUYEN A',
    'Tien',
    100000,
    '',
    10000,
    1000,
    889000,
  ],
  ['03/01/2026', '03/01/2026', 'FT26003123457', '', '', 'CONG TY B', 'Tra', '', 5000000, '', '', 5889000],
  ['04/01/2026', '05/01/2026', 'FT26004123458', '', '', '', 'Phi', '', '', 5000, 500, 5883500],
]

const january = { from: '2026-01-01', to: '2026-01-31' }

describe.each(kinds)('statements of banks as %s', (kind) => {
  const read = (rows: readonly Row[]) => readText(sheet(rows, kind))

  it('reads Vietcombank, whose day and number of the document share a cell', async () => {
    const reading = await read(vietcombank)
    expect(lines(reading)).toEqual(['2026-01-02 -85000 GRAB', '2026-01-03 25000000 LUONG'])
    expect(reading.rows.map((row) => row.reference)).toEqual(['5389 - 82579', '5078-12346'])
    expect(reading.summary).toMatchObject({ profile: 'vietcombank', skipped: 1 })
    expect(reading.summary.accounts).toMatchObject([
      {
        sourceAccountId: '0071001234567',
        currency: 'VND',
        opening: { minor: 10000000n },
        ledger: { minor: 34915000n, asOf: '2026-01-03' },
        period: january,
      },
    ])
  })

  it('takes the fee and its tax off the amount, and reads a row that is only a fee', async () => {
    const reading = await read(techcombank)
    expect(lines(reading)).toEqual([
      '2026-01-02 -111000 NGUYEN A',
      '2026-01-03 5000000 CONG TY B',
      '2026-01-05 -5500 Phi',
    ])
    expect(reading.summary).toMatchObject({ profile: 'techcombank', skipped: 0 })
    const [account] = reading.summary.accounts
    expect(account).toMatchObject({ last4: '8901', currency: 'VND', period: january })
    let balance = account?.opening?.minor ?? 0n
    for (const row of reading.rows) {
      balance += row.minor
      expect(row.runningBalance).toBe(balance)
    }
  })

  it('reads a personal statement of Techcombank, its cells far apart', async () => {
    const reading = await read([
      ...blank(7),
      apart({ 0: 'Số tài khoản/Account number:', 8: '19036123456789' }),
      ...blank(20),
      apart({
        0: 'Ngày giao dịch\nTransaction Date',
        6: 'Đối tác\nRemitter',
        23: 'Diễn giải\nDetails',
        31: 'Số bút toán\nTransaction No',
        44: 'Nợ TKTT\nDebit',
        52: 'Có TKTT\nCredit',
        58: 'Số dư\nBalance',
      }),
      apart({ 0: '01/11/2025', 6: 'PVOIL', 23: 'QR', 31: 'FT2533301', 44: '150,000', 58: '850,000' }),
      apart({ 0: '02/12/2025', 6: 'B', 23: 'ck', 31: 'FT2534702', 52: '1,000,000', 58: '1,850,000' }),
    ])
    expect(lines(reading)).toEqual(['2025-11-01 -150000 PVOIL', '2025-12-02 1000000 B'])
    expect(reading.rows[0]).toMatchObject({ externalId: 'FT2533301', memo: 'QR' })
  })

  it('reads MB and VietinBank', async () => {
    const mb = await read([
      ['Số tài khoản/Account No:', '', '0801234567890'],
      ['Từ ngày: 01/01/2026 Đến ngày: 31/01/2026'],
      [
        'STT\nNo',
        'Ngày giao dịch\nTransaction date',
        'Số bút toán\nTransaction No',
        'Phát sinh nợ\nDebit',
        'Phát sinh có\nCredit',
        'Số dư\nBalance',
        'Nội dung\nDetails',
      ],
      [1, '02/01/2026 10:11:12', 'FT26002111', '50,000', '0', '950,000', 'CA PHE'],
    ])
    expect(lines(mb)).toEqual(['2026-01-02 -50000 CA PHE'])
    expect(mb.summary).toMatchObject({ profile: 'mb', accounts: [{ currency: 'VND', period: january }] })
    const vietin = await read([
      ['Số tài khoản:', '101234567890'],
      ['Từ ngày:', '01/01/2026', 'Đến ngày:', '31/01/2026'],
      [
        'STT',
        'Ngày phát sinh\nTrans. Date',
        'Ngày hạch toán',
        'Mô tả giao dịch\nTransaction description',
        'Nợ\nDebit',
        'Có\nCredit',
        'Số dư tài khoản\nAccount balance',
        'Số giao dịch\nTransaction number',
      ],
      [1, '02/01/2026 10:11:12', '02/01/2026', 'LUONG', '', '2,000,000', '2,950,000', '124S26100'],
    ])
    expect(lines(vietin)).toEqual(['2026-01-02 2000000 LUONG'])
    expect(vietin.rows[0]?.externalId).toBe('124S26100')
    expect(vietin.summary).toMatchObject({ profile: 'vietinbank', accounts: [{ period: january }] })
  })

  it('reads an account and a card of UOB', async () => {
    const account = await read([
      ['Account Number:', '1234567890'],
      ['Statement Period:', '01 Jan 2026 To 31 Jan 2026'],
      ['Currency:', 'SGD'],
      [],
      ['Transaction Date', 'Transaction Description', 'Withdrawal', 'Deposit', 'Available Balance'],
      ['13 Jan 2026', 'NETS', 12.5, 0, 1037.75],
    ])
    expect(lines(account)).toEqual(['2026-01-13 -12.50 NETS'])
    expect(account.summary.accounts).toMatchObject([{ currency: 'SGD', last4: '7890', period: january }])
    const card = await read([
      ['Account Number:', '4265880012345678'],
      [],
      [
        'Transaction Date',
        'Posting Date',
        'Description',
        'Foreign Currency Type',
        'Transaction Amount(Foreign)',
        'Local Currency Type',
        'Transaction Amount(Local)',
      ],
      ['10 Jan 2026', '12 Jan 2026', 'BUS', '', '', 'SGD', 3.2],
      ['11 Jan 2026', '13 Jan 2026', 'AMAZON', 'USD', 10, 'SGD', 13.5],
      ['15 Jan 2026', '15 Jan 2026', 'PAYMENT', '', '', 'SGD', -100],
    ])
    expect(lines(card)).toEqual([
      '2026-01-12 -3.20 BUS',
      '2026-01-13 -13.50 AMAZON',
      '2026-01-15 100.00 PAYMENT',
    ])
    expect(card.summary.accounts).toMatchObject([{ type: 'credit_card', currency: 'SGD', last4: '5678' }])
  })

  it('reads American Express, its number in the line below its label', async () => {
    const reading = await read([
      ['Transaction Details', 'Platinum Card / Jan 01, 2026 to Jan 31, 2026'],
      ['Account Number'],
      [`${'X'.repeat(4)}-${'X'.repeat(6)}-12345`],
      ['Date', 'Description', 'Card Member', 'Account #', 'Amount', 'Extended Details', 'Reference'],
      ['01/13/2026', 'COFFEE', 'A B', '-12345', 4.5, 'x', "'320260130001'"],
    ])
    expect(lines(reading)).toEqual(['2026-01-13 -4.50 COFFEE'])
    expect(reading.summary.accounts).toMatchObject([{ last4: '2345', period: january }])
  })
})

it('reads bare serials below headers that any list of days has, in two rows too', async () => {
  const bytes = sheet(
    [
      ['F. Operación', 'F. Valor', 'Concepto', 'Importe', 'Saldo', 'Divisa'],
      [46_036, 46_036, 'MERCADO', -45.2, 1954.8, 'EUR'],
      [46_034, 46_034, 'NOMINA', 2000, 2000, 'EUR'],
    ],
    'xlsx',
  )
  expect(lines(await readText(bytes))).toEqual(['2026-01-14 -45.20 MERCADO', '2026-01-12 2000.00 NOMINA'])
})

it('takes no amounts for days below a word that names both', async () => {
  const bytes = sheet(
    [
      ['Fecha', 'Descripción', 'Valor', 'Saldo'],
      ['13/01/2026', 'MERCADO', -45_200, 954_800],
      ['14/01/2026', 'NOMINA', 46_036, 1_000_836],
      ['15/01/2026', 'ABONO', 52_000, 1_052_836],
    ],
    'xlsx',
  )
  expect(lines(await readText(bytes, { defaultCurrency: 'COP' }))).toEqual([
    '2026-01-13 -45200.00 MERCADO',
    '2026-01-14 46036.00 NOMINA',
    '2026-01-15 52000.00 ABONO',
  ])
})
