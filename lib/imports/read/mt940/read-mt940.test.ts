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
})
