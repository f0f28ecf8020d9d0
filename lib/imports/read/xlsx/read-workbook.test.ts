import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'
import { numberToText, serialToText } from './cells.ts'

type Kind = 'xlsx' | 'biff8' | 'biff5' | 'xlsb'

function workbook(sheets: Record<string, unknown[][]>, bookType: Kind = 'xlsx'): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  const bytes: unknown = write(book, { type: 'buffer', bookType, compression: true })
  return bytes as Uint8Array
}

const head = ['Date', 'Description', 'Amount']

describe('workbooks', () => {
  it.each(['xlsx', 'biff8', 'biff5', 'xlsb'] as const)(
    'reads %s with row numbers and raw cells',
    async (kind) => {
      const rows = [['My bank'], [], head, [46035, 'Coffee', -1.5], ['2026-01-14', 'Pay', 1234.125]]
      const reading = await readText(workbook({ S: rows }, kind), { defaultCurrency: 'KWD' })
      expect(lines(reading)).toEqual(['2026-01-13 -1.500 Coffee', '2026-01-14 1234.125 Pay'])
      expect(reading.rows.map((row) => row.line)).toEqual([4, 5])
      expect(reading.summary.rawRows?.[0]?.text).toBe('2026-01-13 │ Coffee │ -1.5')
    },
  )

  it('reads every sheet that is a table as one account', async () => {
    const reading = await readText(
      workbook({
        Jan: [head, ['2026-01-13', 'A', -1]],
        Sum: [['Total', -3]],
        Feb: [head, ['2026-02-13', 'B', -2]],
      }),
    )
    expect(lines(reading)).toEqual(['2026-01-13 -1.00 A', '2026-02-13 -2.00 B'])
    expect(reading.summary.accounts).toHaveLength(1)
  })

  it.each([
    ['Checking', 'Savings', ['Checking checking', 'Savings savings']],
    ['Checking Jan 2026', 'Visa 4411 (02/2026)', ['Checking checking', 'Visa 4411 credit_card']],
    ['Account 1001', 'Account 1002', ['1001 checking', '1002 checking']],
    ['Savings January', 'Savings February', ['null checking']],
    ['Tabelle1', 'März 2026', ['null checking']],
    ['Posted', 'Pending transactions', ['null checking']],
  ])('takes sheets called %s and %s for these accounts: %j', async (one, two, accounts) => {
    const { summary, rows } = await readText(
      workbook({
        [one]: [head, ['2026-01-13', 'A', -1]],
        [two.replace(/\//g, '-')]: [head, ['2026-02-13', 'B', -2]],
      }),
    )
    expect(summary.accounts.map(({ name, type }) => `${name} ${type}`)).toEqual(accounts)
    expect(new Set(rows.map((row) => row.account)).size).toBe(accounts.length)
  })

  it('reads headers of two lines, and the currency in a line of units', async () => {
    const two = await readText(
      workbook({
        S: [
          ['Date', 'Description', 'Amount', ''],
          ['', '', 'Debit', 'Credit'],
          ['13/01/2026', 'A', 10, ''],
          ['14/01/2026', 'B', '', 20],
        ],
      }),
    )
    expect(lines(two)).toEqual(['2026-01-13 -10.00 A', '2026-01-14 20.00 B'])
    const units = await readText(
      workbook({
        S: [
          ['Date', 'Details', 'Debit', 'Credit'],
          ['', '', 'EUR', 'EUR'],
          ['13/01/2026', 'A', 10, ''],
          ['14/01/2026', 'B', '', 20],
        ],
      }),
    )
    expect(units.summary.accounts[0]?.currency).toBe('EUR')
  })

  it('counts days in both systems, and writes numbers in full', () => {
    expect(serialToText(46035, false)).toBe('2026-01-13')
    expect(serialToText(1, false)).toBe('1900-01-01')
    expect(serialToText(46035 - 1462, true)).toBe('2026-01-13')
    expect([0.1 + 0.2, 1.234, 1e-7, 12345678901234].map(numberToText)).toEqual([
      '0.3',
      '1.2340',
      '0.0000001',
      '12345678901234',
    ])
  })

  it.each([0.3, 0.8, 0.98])('refuses a workbook cut at %d', async (share) => {
    for (const kind of ['xlsx', 'biff8'] as const) {
      const bytes = workbook(
        { S: [head, ...Array.from({ length: 300 }, (_, i) => ['2026-01-13', `S${i}`, -i])] },
        kind,
      )
      const cut = bytes.slice(0, Math.floor(bytes.length * share))
      expect((await refusalOf(readText(cut)))?.key).toBe('imports.errors.workbookBroken')
    }
  })

  it('ends in rows or in a refusal, whatever bytes are changed', async () => {
    const good = (['xlsx', 'biff8'] as const).map((kind) =>
      workbook({ S: [head, ['2026-01-13', 'A', -1]] }, kind),
    )
    const change = fc.tuple(fc.nat(100_000), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (which, changes) => {
          const bytes = Uint8Array.from(good[which] ?? [])
          for (const [at, value] of changes) bytes[at % bytes.length] = value
          await refusalOf(readText(bytes))
        },
      ),
      { numRuns: 60, seed: 3 },
    )
  }, 20_000)
})
