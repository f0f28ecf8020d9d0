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
