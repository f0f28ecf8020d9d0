import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

const entry = (amount: string, direction: string, rest = '', status = '<Sts>BOOK</Sts>') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}<BookgDt><Dt>2026-01-02</Dt></BookgDt>${rest}</Ntry>`

const message = (body: string, version = '053.001.02') =>
  `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${version}"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>${body}</Stmt></BkToCstmrStmt></Document>`

const party = (role: string, inner: string) =>
  `<NtryDtls><TxDtls><RltdPties><${role}>${inner}</${role}></RltdPties><RmtInf><Ustrd>Rent</Ustrd></RmtInf></TxDtls></NtryDtls>`

describe('CAMT', () => {
  it('names the other side in the old and the new shape, and knows what is not booked yet', async () => {
    const reading = await readText(
      message(
        entry('3.00', 'DBIT', party('Cdtr', '<Nm>Landlord</Nm>')) +
          entry('4.5', 'CRDT', party('Dbtr', '<Pty><Nm>Tenant</Nm></Pty>'), '<Sts><Cd>PDNG</Cd></Sts>'),
        '053.001.08',
      ),
      { chunk: 7 },
    )
    expect(lines(reading)).toEqual(['2026-01-02 -3.00 Landlord', '2026-01-02 4.50 Tenant'])
    expect(reading.rows.map((row) => row.status)).toEqual(['posted', 'pending'])
  })

  it('shows what every entry says, though the file is one line', async () => {
    const { summary } = await readText(
      message(entry('3.00', 'DBIT', party('Cdtr', '<Nm>Landlord</Nm>')) + entry('4.5', 'CRDT')),
    )
    expect(summary.rawRows?.map((row) => row.text)).toEqual([
      '2026-01-02 │ 3.00 EUR │ DBIT │ BOOK │ Landlord │ Rent',
      '2026-01-02 │ 4.5 EUR │ CRDT │ BOOK',
    ])
  })

  it('keeps a batch as one row, and reports digits below the minor unit', async () => {
    const details =
      '<NtryDtls><TxDtls><Amt Ccy="EUR">1</Amt></TxDtls><TxDtls><Amt Ccy="EUR">2</Amt></TxDtls></NtryDtls>'
    const { rows, summary } = await readText(message(entry('3.00500', 'DBIT', details)))
    expect(rows.map((row) => row.minor)).toEqual([-301n])
    expect(summary.problems.map((problem) => problem.code)).toEqual(['rounded'])
  })

  it('takes closing balances with their day', async () => {
    const balance = (code: string, amount: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal>`
    const { summary } = await readText(
      message(balance('OPBD', '1') + balance('CLBD', '2') + balance('CLAV', '3')),
    )
    expect(summary.accounts[0]?.ledger).toEqual({ minor: -200n, asOf: '2026-01-31' })
    expect(summary.accounts[0]?.available).toEqual({ minor: -300n, asOf: '2026-01-31' })
  })

  it('checks opening balance and entries against the closing balance, and takes the days', async () => {
    const balance = (code: string, amount: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal>`
    const span =
      '<FrToDt><FrDtTm>2026-01-01T00:00:00+01:00</FrDtTm><ToDtTm>2026-01-31T23:59:59+01:00</ToDtTm></FrToDt>'
    const of = (closing: string) =>
      readText(
        message(
          `${span}${balance('OPBD', '10')}${balance('CLBD', closing)}${entry('3.50', 'DBIT')}${entry('1', 'DBIT', '', '<Sts>PDNG</Sts>')}`,
        ),
      )
    const good = await of('6.50')
    expect(good.summary.problems).toEqual([])
    expect(good.summary.accounts[0]).toMatchObject({
      opening: { minor: 1000n },
      period: { from: '2026-01-01', to: '2026-01-31' },
    })
    expect((await of('6.00')).summary.problems).toMatchObject([
      { code: 'balance_differs', values: { expected: '6.50', found: '6.00' } },
    ])
  })

  it.each([
    ['cutOff', message(entry('1', 'DBIT')).slice(0, -30)],
    ['doctype', message('').replace('<Document', '<!DOCTYPE d [<!ENTITY a "b">]><Document')],
    ['xmlBroken', message('&nothing;')],
  ])('refuses %s', async (key, text) => {
    expect((await refusalOf(readText(text)))?.key).toBe(`imports.errors.${key}`)
  })

  it('ends in rows or in a refusal, whatever bytes are changed', async () => {
    const good = new TextEncoder().encode(message(entry('1.00', 'DBIT', party('Cdtr', '<Nm>A</Nm>'))))
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = good.slice()
        for (const [at, value] of changes) bytes[at] = value
        await refusalOf(readText(bytes))
      }),
      { numRuns: 150, seed: 3 },
    )
  })
})
