import { describe, expect, it } from 'vitest'
import { lines, readText } from '../testing.ts'

const statement = (entries: string, closing: string) =>
  `:20:A\n:25:DE123456\n:28C:1/1\n:60F:C251231EUR0,\n${entries}\n:62F:${closing}\n-\n`

describe('MT940 in the wild', () => {
  it('reads an amount that begins with its comma', async () => {
    const read = await readText(statement(':61:260102RC,50NCHG\n:86:fee', 'D260131EUR,50'))
    expect(lines(read)).toEqual(['2026-01-02 -0.50 fee'])
    expect(read.summary.problems).toEqual([])
    expect(read.summary.accounts).toMatchObject([{ ledger: { minor: -50n } }])
  })

  const both = '/EREF/1/ORDP//NAME/PAYER AG/ID/7/BENM//NAME/PAID GMBH/REMI/Thing'
  it.each([
    ['D5,', both, 'PAID GMBH'],
    ['C5,', both, 'PAYER AG'],
    ['RC5,', both, 'PAYER AG'],
    ['RD5,', both, 'PAID GMBH'],
    ['C5,', '/ORDP/PAYER AG/REMI/Thing', 'PAYER AG'],
    ['D5,', '/EREF/NOTPROVIDED/BENM/NORDIC AB/REMI/Thing', 'NORDIC AB'],
    ['D5,', '/ORDP//NAME/ONLY ONE/REMI/Thing', 'ONLY ONE'],
    ['D5,', '/BENM//NAME/PAID GMBH/REMI/x/ULTC//NAME/SOMEONE ELSE/NAME/Z', 'PAID GMBH'],
    ['D5,', '/BENM//ADDR/Street 1/REMI/Thing', 'Thing'],
  ])('names the other side of %s %s', async (amount, details, payee) => {
    const { rows } = await readText(statement(`:61:260102${amount}NTRF\n:86:${details}`, 'C260131EUR0,'))
    expect(rows.map((row) => row.payee)).toEqual([payee])
  })

  it.each([
    ['911\n:86:911^00PRZELEW^20FAKTURA^21 NR 5^32FIRMA^33 SP', 'FIRMA SP'],
    ['911 PRZELEW;\n   z rach.: 1114; dla: FIRMA SP Z O.O.; tyt.: FAKTURA 5', 'FIRMA SP Z O.O.'],
    ['910 PRZELEW; od: JAN NOWAK; tyt.: ZWROT', 'JAN NOWAK'],
    ['/EREF/1//CNTP/NL32INGB0000012345/INGBNL2A/A/S COMPANY///REMI/USTD//x/', 'A/S COMPANY'],
    ['/EREF/1//CNTP/NL32INGB0000012345/INGBNL2A/ACME/OSLO//REMI/USTD//x/', 'ACME'],
  ])('names who stands in %s', async (written, payee) => {
    const { rows } = await readText(statement(`:61:260102D1,NTRF\n:86:${written}`, 'D260131EUR1,'))
    expect(rows.map((row) => row.payee)).toEqual([payee])
  })

  it('knows a statement whose lines are indented behind a preamble', async () => {
    const text = statement(':61:260102D1,NTRF\n:86:x', 'D260131EUR1,').replace(/^/gm, ' ')
    expect(lines(await readText(`MT940 export\n${text}`))).toEqual(['2026-01-02 -1.00 x'])
  })

  it('reads the umlauts of the German seven bits, and leaves marks where they are marks', async () => {
    const german = ':61:260102D1,NTRF\n:86:008?00DAUERAUFTRAG?20Miete f}r M{rz?32J|rg M}ller Stra~e'
    const read = await readText(statement(german, 'D260131EUR1,'))
    expect(read.rows).toMatchObject([{ payee: 'Jörg Müller Straße', memo: 'Miete für März' }])
    const marked = ':61:260102D1,NTRF\n:86:020~00 MWU1\n~20Przelew~21 nr 5~32Firma~33 Jan'
    expect((await readText(statement(marked, 'D260131EUR1,'))).rows).toMatchObject([
      { payee: 'Firma Jan', memo: 'Przelew nr 5' },
    ])
    const plain = ':61:260102D1,NTRF\n:86:ref a{b}c ~home x|y'
    expect((await readText(statement(plain, 'D260131EUR1,'))).rows[0]?.payee).toBe('ref a{b}c ~home x|y')
  })
})

describe('an MT940 that was cut off inside an amount', () => {
  const before = ':20:A\n:25:DE123456\n:60F:C251231EUR0,\n:61:260101D1,NTRF\n:86:a\n'
  it.each(['D1', 'D123', 'D123,', 'D123,4', 'D123,45', 'D123,45N', 'D123,45NT'])('%s', async (cut) => {
    const { rows, summary } = await readText(`${before}:61:260102${cut}`)
    expect(rows.map((one) => one.minor)).toEqual([-100n])
    expect(summary.problems.map(({ code }) => code)).toEqual(['unreadable', 'no_closing'])
  })

  it.each(['D123,45NTRF', 'D123,45NTRFNON', 'D123,45NTRFNONREF//B1'])(
    'nor inside its reference: %s',
    async (cut) => {
      const { rows, summary } = await readText(`${before}:61:260102${cut}`, { chunk: 3 })
      expect(rows).toHaveLength(1)
      expect(summary.problems.map(({ code }) => code)).toEqual(['unreadable', 'no_closing'])
    },
  )

  it('says of an MT942 without its end that it may be cut off', async () => {
    const start =
      ':20:R\n:25:12345678/0001234567\n:34F:EURD0,\n:13D:2601021230+0100\n:61:2601020102D12,50NMSC\n:86:a\n'
    const codes = async (text: string) => (await readText(text)).summary.problems.map(({ code }) => code)
    expect(await codes(start)).toEqual(['no_closing'])
    expect(await codes(start.split(':13D')[0] ?? '')).toEqual(['no_closing'])
    expect(await codes(`${start}-\n`)).toEqual([])
    expect(await codes(`${start}:90D:1EUR12,50\n`)).toEqual([])
  })

  it('is not taken for one that leaves the kind of its rows out', async () => {
    const whole = await readText(`${before}:61:2601020102D2,00\n:86:b\n:61:260102D1\n:62F:D260131EUR4,\n-\n`)
    expect(lines(whole)).toEqual(['2026-01-01 -1.00 a', '2026-01-02 -2.00 b', '2026-01-02 -1.00 '])
    expect(whole.summary.problems).toEqual([])
  })
})
