import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'
import { type Mapping, mappingSchema } from './mapping.ts'
import type { MappingRequest } from './questions.ts'

const asked = async (reading: Promise<unknown>): Promise<MappingRequest> => {
  const refusal = await refusalOf(reading)
  expect(refusal?.code).toBe('needs_mapping')
  return refusal?.extra as MappingRequest
}
const questions = (request: MappingRequest) => request.questions.map(({ id, reason }) => `${id} ${reason}`)

describe('what a generic CSV says by itself', () => {
  it('finds semicolons, German headers, dotted days and decimal commas', async () => {
    const read = await readText(
      'Buchungstag;Wertstellung;Verwendungszweck;Betrag;Währung\n01.08.2026;02.08.2026;REWE;-27,15;EUR\n03.08.2026;03.08.2026;Miete;-1.250,00;EUR\n',
    )
    expect(lines(read)).toEqual(['2026-08-01 -27.15 REWE', '2026-08-03 -1250.00 Miete'])
    expect(read.summary.accounts[0]?.currency).toBe('EUR')
  })

  it('settles the order of day and month by any one row of the whole column', async () => {
    const early = Array.from({ length: 5000 }, () => '02/03/2026,A,-1.00').join('\n')
    const dmy = await readText(`Date,Description,Amount\n${early}\n13/03/2026,B,2.00\n`)
    expect([dmy.rows[0]?.date, dmy.rows.length]).toEqual(['2026-03-02', 5001])
    const mdy = await readText(`Date,Description,Amount\n${early}\n03/13/2026,B,2.00\n`)
    expect(mdy.rows[0]?.date).toBe('2026-02-03')
  })

  it('takes dots, and headers of languages that put the day first, as proof of the order', async () => {
    const dots = await readText('Date,Description,Amount\n02.03.2026,A,-1.00\n')
    expect(dots.rows[0]?.date).toBe('2026-03-02')
    const header = await readText('Fecha;Concepto;Importe\n02/03/2026;A;-1,00\n')
    expect(header.rows[0]?.date).toBe('2026-03-02')
  })

  it.each([
    ['newest first', '2026-03-02,A,-1.00,9.00\n2026-03-02,B,-2.00,10.00\n'],
    ['oldest first', '2026-03-02,B,-2.00,11.00\n2026-03-02,A,-2.00,9.00\n'],
    ['newest first', '2026-03-03,A,-1.00,9.00\n2026-03-02,B,-2.00,10.00\n'],
    ['oldest first', '2026-03-02,B,-2.00,10.00\n2026-03-03,A,-1.00,9.00\n'],
  ])('takes the balance of the newest row, %s', async (_order, text) => {
    const { summary } = await readText(`Date,Description,Amount,Balance\n${text}`)
    expect(summary.accounts[0]?.ledger?.minor).toBe(900n)
  })

  it('reads debit and credit columns, and a type column beside unsigned amounts', async () => {
    const columns = await readText(
      'Date,Details,Debit,Credit,Balance\n2026-03-02,A,17.99,,82.01\n2026-03-03,B,,-5.00,87.01\n',
    )
    expect(lines(columns)).toEqual(['2026-03-02 -17.99 A', '2026-03-03 5.00 B'])
    const typed = await readText(
      'Date,Description,Amount,Type\n2026-03-02,A,17.99,Debit\n2026-03-03,B,5.00,Credit\n',
    )
    expect(lines(typed)).toEqual(['2026-03-02 -17.99 A', '2026-03-03 5.00 B'])
  })

  it('recognises a card whose payments are negative', async () => {
    const read = await readText(
      'Date,Description,Amount\n2026-03-02,SHOP,17.99\n2026-03-03,CAFE,3.00\n2026-03-04,PAYMENT - THANK YOU,-20.99\n',
    )
    expect(lines(read)).toEqual([
      '2026-03-02 -17.99 SHOP',
      '2026-03-03 -3.00 CAFE',
      '2026-03-04 20.99 PAYMENT - THANK YOU',
    ])
    expect(read.summary.accounts[0]?.type).toBe('credit_card')
  })

  it('skips totals and empty lines, joins continued descriptions, keeps line numbers', async () => {
    const read = await readText(
      'Account: Savings 000-11111-1\nAvailable Balance,"1,500.00"\n\nDate,Description,Withdrawals (SGD),Deposits (SGD)\n' +
        '18/04/2018,"DEBIT\nPURCHASE",6.66,\n,UBER EATS ,,\n\n17/04/2018,CASH,,66.66\n,Total,6.66,66.66\n',
    )
    expect(lines(read)).toEqual(['2018-04-18 -6.66 DEBIT PURCHASE', '2018-04-17 66.66 CASH'])
    expect(read.rows.map((row) => [row.line, row.memo])).toEqual([
      [5, 'UBER EATS'],
      [9, null],
    ])
    expect(read.summary.problems).toMatchObject([{ line: 10, code: 'no_date' }])
    expect(read.summary.accounts[0]).toMatchObject({
      sourceAccountId: '000-11111-1',
      type: 'savings',
      currency: 'SGD',
      available: { minor: 150000n },
    })
  })

  it('takes the default currency silently, and rounds what is finer than it', async () => {
    const read = await readText('Date,Description,Amount\n2026-01-13,A,-1234.5\n', { defaultCurrency: 'VND' })
    expect(read.rows[0]?.minor).toBe(-1235n)
    expect(read.summary.problems.map(({ code }) => code)).toEqual(['rounded'])
  })

  it('reads a Mint export, an Excel hint and bare carriage returns', async () => {
    const mint = await readText(
      '"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"\r' +
        '"1/30/2014","Costco","[PR]COSTCO","559.96","debit","Business","Chequing","",""\r"2/3/2014","Sun Life","[DN]SUN","943.34","credit","Income","Chequing","",""\r',
    )
    expect(lines(mint)).toEqual(['2014-01-30 -559.96 Costco', '2014-02-03 943.34 Sun Life'])
    expect(mint.rows[0]).toMatchObject({
      providerCategory: 'Business',
      rawDescription: 'Costco [PR]COSTCO',
      line: 2,
    })
    expect(lines(await readText('sep=;\nDate;Description;Amount\n2026-01-13;A, B, C;-1,50\n'))).toEqual([
      '2026-01-13 -1.50 A, B, C',
    ])
  })

  it('is not misled by names of JavaScript or by formulas', async () => {
    const read = await readText(
      'Date,Description,Amount,__proto__\n2026-01-13,"=1+1",-1.00,x\n2026-01-14,constructor,2.00,y\n',
    )
    expect(lines(read)).toEqual(['2026-01-13 -1.00 =1+1', '2026-01-14 2.00 constructor'])
  })

  it('reads the line of a stray quote alone, and says so', async () => {
    const read = await readText(
      'Date,Description,Amount\n2026-01-13,"6 PIPE,-1.00\n2026-01-14,B,-2.00\n2026-01-15,C,-3.00\n',
    )
    expect(lines(read)).toEqual(['2026-01-13 -1.00 "6 PIPE', '2026-01-14 -2.00 B', '2026-01-15 -3.00 C'])
    expect(read.summary.problems).toMatchObject([{ line: 2, code: 'stray_quote' }])
  })

  it('gives the same rows whatever pieces the bytes come in', async () => {
    const text = 'Date;Description;Amount\r\n13.01.2026;"A; ""é""\r\nsecond";-1,50\r\n14.01.2026;B;2,00\r\n'
    const whole = await readText(text)
    expect(lines(whole)).toEqual(['2026-01-13 -1.50 A; "é" second', '2026-01-14 2.00 B'])
    for (const chunk of [1, 2, 5, 17]) expect((await readText(text, { chunk })).rows).toEqual(whole.rows)
  })
})

describe('what is asked', () => {
  const ambiguous = 'Date,Description,Amount\n01/02/2026,A,-1.00\n03/04/2026,B,2.00\n'

  it('asks for the order of day and month, and takes the answer or a hint', async () => {
    const request = await asked(readText(ambiguous))
    expect(questions(request)).toEqual(['dateOrder ambiguous'])
    expect(request.candidates).toEqual({ dateOrder: ['mdy', 'dmy'] })
    expect(request.sampleRows[1]).toEqual(['01/02/2026', 'A', '-1.00'])
    const mapping: Mapping = mappingSchema.parse({ ...request.mapping, dateOrder: 'dmy' })
    expect((await readText(ambiguous, { mapping })).rows.map((row) => row.date)).toEqual([
      '2026-02-01',
      '2026-04-03',
    ])
    expect((await readText(ambiguous, { dateOrderHint: 'mdy' })).rows[0]?.date).toBe('2026-01-02')
  })

  it.each([
    ['dateOrder contradictory', 'Date,Description,Amount\n13/01/2026,A,-1.00\n01/14/2026,B,2.00\n'],
    ['sign one_direction', 'Date,Merchant,Amount\n2026-01-13,A,1.00\n2026-01-14,B,2.00\n'],
    ['decimal ambiguous', 'Date,Description,Amount\n2026-01-13,A,-1.234\n2026-01-14,B,2.345\n'],
    ['columns no_header', '2026-01-13,Tea,-1.00,5.00,3.00\n2026-01-14,Pay,2.00,6.00,4.00\n'],
  ])('asks: %s', async (question, text) => {
    expect(questions(await asked(readText(text)))).toEqual([question])
  })

  it('suggests a mapping that reads a file without headers', async () => {
    const text = '13/01/2026;From;NL01;136,13;\n14/01/2026;Name;NL02;;375,00\n'
    const { mapping } = await asked(readText(text))
    expect(lines(await readText(text, { mapping }))).toEqual([
      '2026-01-13 -136.13 From',
      '2026-01-14 375.00 Name',
    ])
  })

  it('looks at the whole debit column of a mapped file before it trusts or drops its signs', async () => {
    const mapping: Mapping = {
      columns: { date: 'd', debit: 'out', credit: 'in', description: ['x'] },
      dateOrder: 'ymd',
      decimal: '.',
      sign: 'as_is',
    }
    const many = '2026-01-01,a,-1.00,\n'.repeat(400)
    const all = await readText(`d,x,out,in\n${many}`, { mapping })
    expect(all.rows[0]?.minor).toBe(-100n)
    const mixed = await readText(`d,x,out,in\n${many}2026-01-02,b,5.00,\n`, { mapping })
    expect([mixed.rows[0]?.minor, mixed.rows[400]?.minor]).toEqual([100n, -500n])
  })

  it('applies a mapping against what the file seems to say', async () => {
    const mapping: Mapping = {
      columns: { date: 'when', amount: 'Sum', description: ['who', 'what'], externalId: 3 },
      dateOrder: 'dmy',
      decimal: ',',
      sign: 'inverted',
      currency: 'EUR',
      accountType: 'credit_card',
    }
    const read = await readText(
      'bla\nWhen;Sum;Who;Nr;What\n01/02/2026;1.000,5;;7;thing\n40/02/2026;1;x;8;y\n',
      { mapping },
    )
    expect(lines(read)).toEqual(['2026-02-01 -1000.50 thing'])
    expect(read.rows[0]?.externalId).toBe('7')
    expect(read.summary).toMatchObject({ skipped: 1, accounts: [{ currency: 'EUR', type: 'credit_card' }] })
    expect(await refusalOf(readText('a;b\n1;2\n', { mapping }))).toMatchObject({
      key: 'imports.errors.mappingColumns',
    })
  })
})

describe('headers in words nobody knows', () => {
  it('asks which column is what, and suggests by the look of the cells', async () => {
    const request = await asked(
      readText('Booked;What;Value for\n03/04/2026;Fine;-3.20\n05/06/2026;Book shop;-18.75\n'),
    )
    expect(questions(request)).toContain('columns unknown_header')
    expect(request.mapping).toMatchObject({
      delimiter: ';',
      decimal: '.',
      columns: { date: 'Booked', description: ['What'], amount: 'Value for' },
    })
  })

  it('takes whole numbers for amounts when nothing looks more like money', async () => {
    const request = await asked(readText('When,Who,Sum up\n2026-01-05,Concert,12\n2026-01-19,Theatre,15\n'))
    expect(request.mapping.columns).toMatchObject({ date: 'When', amount: 'Sum up' })
  })
})
