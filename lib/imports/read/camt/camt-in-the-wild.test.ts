import { describe, expect, it } from 'vitest'
import { lines, readText } from '../testing.ts'

const own = 'DE89370400440532013000'
const entry = (amount: string, direction: string, rest = '') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-02</Dt></BookgDt>${rest}</Ntry>`
const details = (inner: string) => `<NtryDtls><TxDtls>${inner}</TxDtls></NtryDtls>`
const message = (body: string, owner = '') =>
  `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${own}</IBAN></Id><Ccy>EUR</Ccy>${owner}</Acct>${body}</Stmt></BkToCstmrStmt></Document>`

describe('CAMT in the wild', () => {
  it.each([
    ['<Dbtr><Nm>ERIKA  Muster</Nm></Dbtr>', '<Ownr><Nm>Erika Muster</Nm></Ownr>'],
    ['<Dbtr><Pty><Nm>Erika Muster</Nm></Pty></Dbtr>', '<Nm>Erika Muster</Nm>'],
    [
      `<Dbtr><Nm>Erika</Nm></Dbtr><DbtrAcct><Id><IBAN>${own.replace(/(.{4})/g, '$1 ')}</IBAN></Id></DbtrAcct>`,
      '',
    ],
  ])('never names the owner as the other side: %s', async (parties, owner) => {
    const inner = `<RltdPties>${parties}</RltdPties><RmtInf><Ustrd>Card fee</Ustrd></RmtInf>`
    const read = await readText(message(entry('5', 'DBIT', details(inner)), owner))
    expect(lines(read)).toEqual(['2026-01-02 -5.00 Card fee'])
  })

  it('names somebody who stands on the wrong side, when it is not the owner', async () => {
    const inner = '<RltdPties><Dbtr><Nm>Shop</Nm></Dbtr></RltdPties>'
    const read = await readText(message(entry('5', 'DBIT', details(inner)), '<Ownr><Nm>Erika</Nm></Ownr>'))
    expect(lines(read)).toEqual(['2026-01-02 -5.00 Shop'])
  })

  it.each(['02.01.2026', '02-01-2026', '01/02/2026', '26-01-02'])(
    'reports a day that is not written as the standard demands: %s',
    async (day) => {
      const text = message(entry('5', 'CRDT').replace('2026-01-02', day))
      const { rows, summary } = await readText(text)
      expect(rows).toEqual([])
      expect(summary.problems.map(({ code }) => code)).toEqual(['bad_date'])
    },
  )

  it.each(['2026-01-02Z', '2026-01-02+01:00', '20260102'])('takes the day of %s', async (day) => {
    const { rows } = await readText(message(entry('5', 'CRDT').replace('2026-01-02', day)))
    expect(rows.map((row) => row.date)).toEqual(['2026-01-02'])
  })

  it('takes no word for a missing name as a name', async () => {
    const parties =
      '<RltdPties><Cdtr><Nm>NOTPROVIDED</Nm></Cdtr><UltmtCdtr><Nm>Shop</Nm></UltmtCdtr></RltdPties>'
    expect(lines(await readText(message(entry('5', 'DBIT', details(parties)))))).toEqual([
      '2026-01-02 -5.00 Shop',
    ])
  })

  it('takes the next reference where a bank says that there is none', async () => {
    const refs =
      '<Refs><AcctSvcrRef>SV2</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId></Refs>'
    const { rows } = await readText(
      message(entry('5', 'CRDT', `<AcctSvcrRef>NONREF</AcctSvcrRef>${details(refs)}`)),
    )
    expect(rows).toMatchObject([{ externalId: 'SV2', reference: 'T1' }])
  })

  it.each(['\r\n\r\n', '\ufeff\n ', ' '])('reads XML that begins with white space: %j', async (before) => {
    const { rows } = await readText(before + message(entry('5', 'CRDT')), { chunk: 2 })
    expect(rows).toHaveLength(1)
  })

  it('says when the entries are not those that the statement counts', async () => {
    const counted = (count: number, sum: string) =>
      `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries><Sum>${sum}</Sum></TtlNtries></TxsSummry>`
    const of = async (summary: string) =>
      (await readText(message(summary + entry('5', 'CRDT') + entry('6', 'DBIT')))).summary.problems
    expect(await of(counted(2, '11.0'))).toEqual([])
    expect(await of(counted(7, '11'))).toEqual([])
    expect(await of(counted(3, '18'))).toMatchObject([
      { code: 'total_differs', values: { count: 3, expected: '18.00', found: '11.00' } },
    ])
  })
})
