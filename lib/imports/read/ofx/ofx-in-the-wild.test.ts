import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

const header = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n'
const document = (list: string, account = '<BANKID>1<ACCTID>123456789<ACCTTYPE>CHECKING') =>
  `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM>${account}</BANKACCTFROM>` +
  `<BANKTRANLIST>${list}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`
const row = (fields: string) =>
  `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260102<TRNAMT>-5<FITID>1${fields}</STMTTRN>`

describe('OFX in the wild', () => {
  it('reads names with the prefix of a namespace', async () => {
    const xml = (text: string) => text.replace(/<(\/?)([A-Z])/g, '<$1ofx:$2')
    const text = xml(document(row('<NAME>Shop</NAME>')))
    expect(lines(await readText(`<?xml version="1.0"?>\n${text}`))).toEqual(['2026-01-02 -5.00 Shop'])
    const declared = `<?xml version="1.0"?><?OFX OFXHEADER="200"?>${text}`
    expect(lines(await readText(declared))).toEqual(['2026-01-02 -5.00 Shop'])
  })

  it('decodes the named letters of HTML, and leaves what has no name', async () => {
    const { rows } = await readText(header + document(row('<NAME>Caf&eacute; M&Uuml;ller &AMP; R&D; &foo;')))
    expect(rows[0]?.payee).toBe('Café MÜller & R&D; &foo;')
  })

  it('takes nothing for the row from what a vendor puts into it', async () => {
    const vendor = '<X.MORE><NAME>Wrong</NAME><TRNAMT>9</TRNAMT><X.DEEP><MEMO>w</MEMO></X.DEEP></X.MORE>'
    const { rows } = await readText(header + document(row(`${vendor}<NAME>Right<X.ID>7<MEMO>m`)))
    expect(rows).toMatchObject([{ payee: 'Right', memo: 'm', minor: -500n }])
  })

  it('names the account of a loan and says which days its list covers', async () => {
    const text =
      '<OFX><LOANMSGSRSV1><LOANSTMTTRNRS><LOANSTMTRS><CURDEF>USD<LOANACCTFROM><LOANACCTID>L-998877' +
      '<LOANACCTTYPE>MORTGAGE</LOANACCTFROM><LOANTRANLIST><DTSTART>20260101<DTEND>20260131<LOANSTMTTRN>' +
      '<DTPOSTED>20260110<TRNAMT>500<FITID>1<MEMO>Paid</LOANSTMTTRN></LOANTRANLIST></LOANSTMTRS></LOANSTMTTRNRS></LOANMSGSRSV1></OFX>'
    const { summary } = await readText(header + text)
    expect(summary.problems).toEqual([])
    expect(summary.accounts).toMatchObject([
      { sourceAccountId: 'L-998877', type: 'loan', period: { from: '2026-01-01', to: '2026-01-31' } },
    ])
  })

  it('refuses a second document that was cut off, and reads it when it is whole', async () => {
    const two = header + document(row('<NAME>A')) + header + document(row('<NAME>B'), '<ACCTID>22223333')
    expect(lines(await readText(two))).toEqual(['2026-01-02 -5.00 A', '2026-01-02 -5.00 B'])
    expect((await refusalOf(readText(two.slice(0, -20))))?.key).toBe('imports.errors.cutOff')
  })

  it.each([
    ['CREDITCARD', 'credit_card'],
    ['Credit Card', 'credit_card'],
    ['CREDITLINE', 'credit_card'],
    ['SAVING', 'savings'],
    ['CHEQUING', 'checking'],
    ['CURRENT', 'checking'],
    ['MORTGAGE', 'loan'],
    ['BROKERAGE', 'investment'],
    ['XYZ', 'other'],
  ])('takes %s for the type %s', async (written, type) => {
    const { summary } = await readText(header + document('', `<BANKID>1<ACCTID>1234<ACCTTYPE>${written}`))
    expect(summary.accounts[0]?.type).toBe(type)
  })
})

it('keeps the currencies of one account apart', async () => {
  const text = header + document(row('<NAME>A')) + document(row('<NAME>B')).replace('USD', 'JPY')
  const read = await readText(text)
  expect(lines(read)).toEqual(['2026-01-02 -5.00 A', '2026-01-02 -5 B'])
  expect(read.summary.accounts.map((one) => one.currency)).toEqual(['USD', 'JPY'])
})
