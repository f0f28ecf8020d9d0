import { describe, expect, it } from 'vitest'
import type { Mapping } from '../csv/mapping.ts'
import { lines, readText, refusalOf } from '../testing.ts'

describe('QIF in the wild', () => {
  it('loses no row where nothing ends a record, whatever it begins with', async () => {
    const split = 'D1/13/2026\nT-11.00\nPa\nSFood\n$-5.00\nSFuel\n$-6.00\n'
    expect(lines(await readText(`!Type:Bank\n${split}${split}D1/14/2026\nT1\nPb\n`))).toEqual([
      '2026-01-13 -11.00 a',
      '2026-01-13 -11.00 a',
      '2026-01-14 1.00 b',
    ])
    const payeeFirst = '!Type:Bank\nPA\nMx\nD1/13/2026\nT-1.00\nPB\nMy\nD1/14/2026\nT-2.00\n'
    const read = await readText(payeeFirst)
    expect(lines(read)).toEqual(['2026-01-13 -1.00 A', '2026-01-14 -2.00 B'])
    expect(read.rows.map((row) => row.memo)).toEqual(['x', 'y'])
  })

  it('reads a header that lacks its mark', async () => {
    const text = 'Type:CCard\nD1/13/2026\nT-1.00\nPA\n^\nD1/14/2026\nT-2.00\nPB\n^\n'
    const read = await readText(text)
    expect(lines(read)).toEqual(['2026-01-13 -1.00 A', '2026-01-14 -2.00 B'])
    expect(read.summary.accounts).toMatchObject([{ type: 'credit_card' }])
  })

  const first = '!Type:Bank\nD1/13/2026\nT-1.00\nPA\n^\n'
  it.each(['D1/14/2026\nT-123', 'D1/14/2026\nPx\nT-123.4', 'D1/14/2026\nT-5.00\nSx\n$-5'])(
    'never takes an amount for whole that the end of the file cuts off: %j',
    async (cut) => {
      const { rows, summary } = await readText(first + cut)
      expect(rows).toHaveLength(1)
      expect(summary.problems.map(({ line, code }) => [line, code])).toEqual([[6, 'unreadable']])
    },
  )

  it('lets an amount that was cut off say nothing about the mark of the others', async () => {
    const text = '!Type:Bank\nD1/13/2026\nT-1,234\nPA\n^\nD1/14/2026\nT-1,2'
    expect((await readText(text)).rows.map((row) => row.minor)).toEqual([-123400n])
  })

  it.each(['T-1', 'T-1.0', 'PA\nT-1,00'])('nor of the only record: %j', async (cut) => {
    const { rows, summary } = await readText(`!Type:Bank\nD1/13/2026\n${cut}`)
    expect(rows).toEqual([])
    expect(summary.problems.map(({ code }) => code)).toEqual(['unreadable', 'no_rows'])
    const open = await readText(`!Type:Bank\nD1/13/2026\nT-2.00\nD1/14/2026\n${cut}`)
    expect(open.rows).toHaveLength(2)
  })

  it.each(['D1/14/2026\nT-123.45\n', 'D1/14/2026\nT-123.45\nPx'])(
    'keeps a last record without an end, and says so: %j',
    async (open) => {
      const { rows, summary } = await readText(first + open)
      expect(rows.map((row) => row.minor)).toEqual([-100n, -12345n])
      expect(summary.problems.map(({ line, code }) => [line, code])).toEqual([[6, 'no_end']])
    },
  )

  it('says nothing of that where no record has an end, or the last one has', async () => {
    for (const text of [first, first.replace('^\n', ''), first.trimEnd(), `${first}D1/14/2026`])
      expect((await readText(text)).summary.problems.map(({ code }) => code)).toEqual(
        text.endsWith('14/2026') ? ['unreadable'] : [],
      )
  })

  it('names the account of a transfer where nobody else is named', async () => {
    const bank = '!Type:Bank\nD1/13/2026\nT-100.00\nL[Savings]/Trip\n^\n'
    expect(lines(await readText(bank))).toEqual(['2026-01-13 -100.00 Savings/Trip'])
    const cash = '!Type:Invst\nD1/13/2026\nNXOut\nT50\nL[Main]\n^\nD1/14/2026\nNXIn\nT7\n^\n'
    expect(lines(await readText(cash))).toEqual(['2026-01-13 -50.00 Main', '2026-01-14 7.00 XIn'])
  })

  it.each([
    ['MDY', '2026-01-02'],
    ['DMY', '2026-02-01'],
  ])('believes a file that says its days are %s', async (order, day) => {
    const text = `!Option:${order}\n!Type:Bank\nD1/2/2026\nT-12.00\nPStore\n^\n`
    expect(lines(await readText(text))).toEqual([`${day} -12.00 Store`])
  })

  it('believes the days more than what the file says of them', async () => {
    const text = '!Option:MDY\n!Type:Bank\nD13/2/2026\nT-12.00\nPx\n^\n'
    expect(lines(await readText(text))).toEqual(['2026-02-13 -12.00 x'])
    expect((await refusalOf(readText('!Option:Other\n!Type:Bank\nD1/2/2026\nT-12.00\nPx\n^\n')))?.key).toBe(
      'imports.errors.needsDateOrder',
    )
  })

  it('takes two digits for a year where they stay and the last ones move', async () => {
    const of = async (...days: string[]) =>
      (await readText(`!Type:Bank\n${days.map((day) => `D${day}\nT-1\n^\n`).join('')}`)).rows.map(
        (row) => row.date,
      )
    expect(await of('25-12-31', '26-01-13', '26-02-28')).toEqual(['2025-12-31', '2026-01-13', '2026-02-28'])
    expect(await of('31-12-25', '13-01-26', '28-02-26')).toEqual(['2025-12-31', '2026-01-13', '2026-02-28'])
    expect(await of('15/01/23', '15/02/23', '15/12/23', '15/01/24', '15/11/25')).toEqual([
      '2023-01-15',
      '2023-02-15',
      '2023-12-15',
      '2024-01-15',
      '2025-11-15',
    ])
    expect(await of('26-01-13')).toEqual(['2013-01-26'])
    expect(await of('26-01-13', '26-02-14', '01-03-14')).toEqual(['2013-01-26', '2014-02-26', '2014-03-01'])
  })

  it('asks where days that come once a year could be the days of a month', async () => {
    const text = `!Type:Bank\n${[23, 24, 25].map((year) => `D31/12/${year}\nT-1\n^\n`).join('')}`
    const asked = await refusalOf(readText(text))
    expect(asked?.extra).toMatchObject({ candidates: { dateOrder: ['dmy', 'ymd'] } })
    const { mapping } = (asked?.extra ?? {}) as { mapping: Mapping }
    const days = async (dateOrder: 'dmy' | 'ymd') =>
      (await readText(text, { mapping: { ...mapping, dateOrder } })).rows.map(({ date }) => date)
    expect(await days('dmy')).toEqual(['2023-12-31', '2024-12-31', '2025-12-31'])
    expect(await days('ymd')).toEqual(['2031-12-23', '2031-12-24', '2031-12-25'])
  })

  it('dates the balance of an account whose day is written otherwise than those of the rows', async () => {
    const text =
      '!Account\nNMain\nTBank\n$1,234.00\n/13/01/2026\n^\n!Type:Bank\nD2026.01.13\nT-12.00\nPStore\n^\n'
    const { summary } = await readText(text)
    expect(summary.accounts).toMatchObject([{ ledger: { minor: 123400n, asOf: '2026-01-13' } }])
  })

  it('keeps accounts of one name apart when they are of different kinds', async () => {
    const account = (type: string) => `!Account\nNMain\nT${type}\n^\n!Type:${type}\nD1/13/2026\nT1\nPa\n^\n`
    const { summary } = await readText(account('Bank') + account('CCard') + account('Bank'))
    expect(summary.accounts.map((one) => one.type)).toEqual(['checking', 'credit_card'])
  })
})
