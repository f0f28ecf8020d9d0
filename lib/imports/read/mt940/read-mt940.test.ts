import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '#lib/core/errors.ts'
import { lines, readText } from '../testing.ts'

const statement = (entries: string, closing = '62F:C260131EUR0,') =>
  `{1:F01X}{2:I940X}{4:\n:20:A\n:25:DE123456\n:28C:1/1\n:60F:C251231EUR0,\n${entries}\n:${closing}\n-}\n`

describe('MT940', () => {
  it('takes the entry day over the turn of a year, and money out for a reversed credit', async () => {
    const text = statement(
      ':61:2512310102RCR12,5NTRFNONREF//B1\n:86:a\n:61:2601021231RD2,NTRF\n:86:b',
      '62F:D260131EUR10,5',
    )
    const read = await readText(text)
    expect(lines(read)).toEqual(['2026-01-02 -12.50 a', '2025-12-31 2.00 b'])
    expect(read.summary.problems).toEqual([])
    expect(read.rows[0]).toMatchObject({ externalId: 'B1' })
    expect(read.summary.accounts[0]).toMatchObject({ ledger: { minor: -1050n, asOf: '2026-01-31' } })
  })

  it('leaves what is only expected out of the check of its closing balance', async () => {
    const read = await readText(
      statement(':61:260102RD5,NTRF\n:86:a\n:61:260103EC7,NTRF\n:86:b', '62F:C260131EUR5,'),
    )
    expect(lines(read)).toEqual(['2026-01-02 5.00 a', '2026-01-03 7.00 b'])
    expect(read.rows.map((row) => row.status)).toEqual(['posted', 'pending'])
    expect(read.summary.problems).toEqual([])
  })

  it('reports days that do not exist, cut entries and a closing balance that differs', async () => {
    const { summary, rows } = await readText(
      statement(':61:260230D1,NTRF\n:61:2601\n:61:260102D1,NTRF\n:86:c'),
    )
    expect(rows).toHaveLength(1)
    expect(summary.problems.map(({ code }) => code)).toEqual(['bad_date', 'unreadable', 'balance_differs'])
  })

  it.each([
    ['?', '020?00TEXT?20EREF+1 SVWZ+Rent?32ANNA?33 B', 'ANNA B', 'Rent'],
    ['>', '020>00TEXT>20Rent>32ANNA', 'ANNA', 'Rent'],
    ['/', '/EREF/1//CNTP/NL1/INGB/Anna///REMI/USTD//Rent/', 'Anna', 'Rent'],
  ])('reads details marked by %s', async (_, details, payee, memo) => {
    const { rows } = await readText(statement(`:61:260102D1,NTRF\n:86:${details}`))
    expect(rows).toMatchObject([{ payee, memo }])
  })

  it('gives generated amounts back, and never fails on a mutated file but with a refusal', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(amounts, fc.nat(400), fc.string({ maxLength: 5 }), async (list, at, put) => {
        const text = statement(
          list
            .map((one) => `:61:260102D${Math.floor(one / 100)},${String(one % 100).padStart(2, '0')}NTRF`)
            .join('\n'),
        )
        const { rows } = await readText(text, { chunk: 5 })
        expect(rows.map((row) => Number(-row.minor))).toEqual(list)
        await readText(text.slice(0, at) + put + text.slice(at + put.length)).catch((error) => {
          if (!isAppError(error)) throw error
        })
      }),
      { numRuns: 100, seed: 3 },
    )
  })

  it('reads an MT942 as pending rows, and checks its counts and sums', async () => {
    const interim = (count: number) =>
      `{1:F01X}{2:I942X}{4:\n:20:R\n:25:12345678/0001234567\n:28C:5/1\n:34F:EURD0,\n:13D:2601021230+0100\n:61:2601020102D12,50NMSCNONREF//B1\n:86:a\n:61:2601020102C100,NTRFREF2\n:86:b\n:90D:${count}EUR12,50\n:90C:1EUR100,00\n-}\n`
    const good = await readText(interim(1))
    expect(lines(good)).toEqual(['2026-01-02 -12.50 a', '2026-01-02 100.00 b'])
    expect(good.rows.map((row) => row.status)).toEqual(['pending', 'pending'])
    expect(good.summary.problems).toEqual([])
    const short = await readText(interim(2))
    expect(short.summary.problems.map(({ code }) => code)).toEqual(['total_differs'])
  })

  it('follows the pages of a statement, and says which days it covers', async () => {
    const page = (number: number, opening: string, entry: string, closing: string) =>
      `:20:A\n:25:DE123456\n:28C:7/${number}\n:${opening}\n:61:${entry}\n:86:x\n:${closing}\n-\n`
    const { rows, summary } = await readText(
      page(1, '60F:C260101EUR100,', '260102D10,NTRF', '62M:C260102EUR90,') +
        page(2, '60M:C260102EUR90,', '260103C5,NTRF', '62F:C260103EUR95,'),
    )
    expect(rows).toHaveLength(2)
    expect(summary.problems).toEqual([])
    expect(summary.accounts).toMatchObject([
      {
        opening: { minor: 10000n, asOf: '2026-01-01' },
        ledger: { minor: 9500n, asOf: '2026-01-03' },
        period: { from: '2026-01-01', to: '2026-01-03' },
      },
    ])
  })

  it.each([
    ['mBank', '911 PRZELEW^00PRZELEW^34911\n^20FAKTURA^32FIRMA SP', 'FIRMA SP'],
    ['PKO', '020~00VE02\n~20zakup~30102010~32STACJA\n~34073', 'STACJA'],
    ['Rabobank', '/ORDP//NAME/J JANSSEN/REMI/Factuur 1/ISDT/2014-01-02', 'J JANSSEN'],
    ['ABN', '/TRTP/SEPA/IBAN/NL02/BIC/ABNANL2A/NAME/FOO/REMI/desc/EREF/X', 'FOO'],
  ])('names the other side as %s writes it', async (_, details, payee) => {
    const { rows } = await readText(statement(`:61:260102D1,NTRF\n:86:${details}`))
    expect(rows.map((row) => row.payee)).toEqual([payee])
  })

  it('reads currencies with no and with three decimals', async () => {
    const of = (amount: string, currency: string) =>
      readText(`:20:A\n:25:1\n:60F:C260101${currency}1000,\n:61:260102D${amount}NTRF\n:86:x\n-\n`)
    expect((await of('500,', 'JPY')).rows[0]?.minor).toBe(-500n)
    expect((await of('0,250', 'KWD')).rows[0]?.minor).toBe(-250n)
  })
})
