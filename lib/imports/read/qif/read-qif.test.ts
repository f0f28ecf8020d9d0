import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '#lib/core/errors.ts'
import { lines, readText, refusalOf } from '../testing.ts'

const bank = (days: readonly string[]) =>
  `!Type:Bank\n${days.map((day) => `D${day}\nT-1.00\nPx`).join('\n^\n')}`

describe('QIF', () => {
  it('settles the order of days over the whole file, else by a hint, else asks', async () => {
    expect(lines(await readText(bank(['1/ 2/26', "13/ 2' 6"])))).toEqual([
      '2026-02-01 -1.00 x',
      '2006-02-13 -1.00 x',
    ])
    const open = bank(['1/2/2026'])
    expect(lines(await readText(open, { dateOrderHint: 'dmy' }))).toEqual(['2026-02-01 -1.00 x'])
    const asked = await refusalOf(readText(open))
    expect(asked).toMatchObject({ code: 'needs_mapping', extra: { about: 'dateOrder', columns: [] } })
  })

  it('reads an account without movements, but no lines that make none', async () => {
    const { summary, rows } = await readText('!Type:CCard\n')
    expect(rows).toEqual([])
    expect(summary.accounts).toMatchObject([{ type: 'credit_card', name: null }])
    expect(summary.problems.map(({ code }) => code)).toEqual(['no_rows'])
    expect(await refusalOf(readText('!Type:Bank\nnothing here\n'))).toMatchObject({ code: 'invalid' })
  })

  it('keeps a split row whole and its parts as text', async () => {
    const text =
      '!type:bank\nD31.12.2007\nT-1,000.00\nPA\nLFood\nSFood\nE50%\n$-400.00\nS[Cash]\n$-600.00\n^\n'
    const { rows } = await readText(text)
    expect(rows).toMatchObject([
      {
        date: '2007-12-31',
        minor: -100000n,
        providerCategory: null,
        memo: 'Food -400.00 (50%) · [Cash] -600.00',
      },
    ])
  })

  it('keeps the rows of several accounts apart behind a list of accounts', async () => {
    const account = (name: string, type: string, more = '') => `!Account\nN${name}\nT${type}\n${more}^\n`
    const list = `!Option:AutoSwitch\n${account('A', 'Bank')}NB\nTCCard\n^\n!Clear:AutoSwitch\n`
    const { rows, summary } = await readText(
      `${list}${account('A', 'Bank')}!Type:Bank\nD1/13/2026\nT-5.00\nPx\n^\n${account('B', 'CCard', '$-12.00\n/1/31/2026\n')}!Type:CCard\nD1/14/2026\nT-12.00\nPy\n^\n`,
    )
    expect(summary.accounts).toMatchObject([
      { name: 'A', type: 'checking', ledger: null },
      { name: 'B', type: 'credit_card', ledger: { minor: -1200n, asOf: '2026-01-31' } },
    ])
    expect(rows.map((row) => row.account)).toEqual(summary.accounts.map((one) => one.key))
  })

  it('gives generated rows back', async () => {
    const row = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      minor: fc.integer({ min: -1_000_000_000, max: 10 ** 9 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (list) => {
        const decimal = (minor: number) =>
          `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`
        const text = `!Type:Bank\n${list.map((one) => `D2026-03-${one.day}\nT${decimal(one.minor)}\n^\n`).join('')}`
        const { rows } = await readText(text, { chunk: 7 })
        expect(rows.map((one) => Number(one.minor))).toEqual(list.map((one) => one.minor || 0))
      }),
      { numRuns: 50, seed: 3 },
    )
  })

  it('never fails on a mutated file but with a refusal', async () => {
    const text = bank(['1/13/2026', '2/14/2026'])
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.string({ maxLength: 6 }), async (at, put) => {
        await readText(text.slice(0, at) + put + text.slice(at + put.length)).catch((error) => {
          if (!isAppError(error)) throw error
        })
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})
