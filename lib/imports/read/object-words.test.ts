import { expect, test } from 'vitest'
import { lines, readText } from './testing.ts'

/** Names that every object answers to: a table that is asked for them by a file's own words must not. */
const words = ['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty']

test.each(words)('A column header that says %s is a header like any other', async (word) => {
  const read = await readText(`Date,${word} / other,Description,Amount\n2026-01-15,x,MARKET,-4.50\n`)
  expect(lines(read)).toEqual(['2026-01-15 -4.50 MARKET'])
})

test.each(words)('An entity &%s; in an OFX name stays as it is written', async (word) => {
  const read = await readText(
    `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>1<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260102<TRNAMT>-1<FITID>1<NAME>A &${word}; B</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  )
  expect(lines(read)).toEqual([`2026-01-02 -1.00 A &${word}; B`])
})

test.each(words)('A QIF section of the type %s is one of an unknown type', async (word) => {
  const { summary } = await readText(`!Type:${word}\nD1/13/2026\nT-5.00\nPx\n^\n`)
  expect(summary.accounts).toMatchObject([{ type: 'other' }])
})
