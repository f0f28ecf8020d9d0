import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

const header = 'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n'
const bank = (list: string, rest = '', account = '<BANKID>1<ACCTID>123456789<ACCTTYPE>CHECKING') =>
  `${header}<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>My Bank</FI></SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><STMTRS>` +
  `<CURDEF>USD<BANKACCTFROM>${account}</BANKACCTFROM><BANKTRANLIST>${list}</BANKTRANLIST>${rest}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
const row = (fields: string) => `\n<STMTTRN><TRNTYPE>DEBIT${fields}</STMTTRN>`

describe('OFX', () => {
  it('reads SGML with and without close tags, entities, and the account with its balances', async () => {
    const text = bank(
      row(
        '<DTPOSTED>20260102120000[-8:PST]<TRNAMT>-12.34<FITID>001<NAME>Tom &amp; Jerry & Co <3</NAME><MEMO>x',
      ) +
        row(
          '<DTPOSTED>20260103<TRNAMT>+1,000.00</TRNAMT><FITID>002</FITID><CHECKNUM>0042<PAYEE><NAME>Someone</PAYEE>',
        ),
      '<LEDGERBAL><BALAMT>100.00<DTASOF>20260131</LEDGERBAL><AVAILBAL><BALAMT>90.5<DTASOF>20260130</AVAILBAL>',
    )
    const { summary, rows } = await readText(text)
    expect(lines({ summary, rows })).toEqual([
      '2026-01-02 -12.34 Tom & Jerry & Co <3',
      '2026-01-03 1000.00 Someone',
    ])
    expect(rows.map((one) => [one.line, one.externalId, one.checkNumber])).toEqual([
      [8, '001', null],
      [9, '002', '0042'],
    ])
    expect(summary.accounts).toEqual([
      {
        key: 'checking/1//123456789',
        sourceAccountId: '123456789',
        bankId: '1',
        last4: '6789',
        name: null,
        institution: 'My Bank',
        type: 'checking',
        currency: 'USD',
        ledger: { minor: 10000n, asOf: '2026-01-31' },
        available: { minor: 9050n, asOf: '2026-01-30' },
      },
    ])
  })

  it('gives the same rows whatever pieces the bytes come in', async () => {
    const text = bank(
      row('<DTPOSTED>20260102<TRNAMT>-1.00<FITID>a<NAME>Café & <!-- c -->Bar') +
        row('<DTPOSTED>20260103<TRNAMT>-2<NAME>B'),
    )
    const whole = await readText(text)
    for (const chunk of [1, 2, 3, 7, 64]) expect((await readText(text, { chunk })).rows).toEqual(whole.rows)
    expect(whole.rows[0]?.payee).toBe('Café & Bar')
  })

  it('merges one account that comes in several statements and keeps the newest balance', async () => {
    const card = (day: string, amount: string, id: string) =>
      `<CCSTMTTRNRS><CCSTMTRS><CURDEF>USD<CCACCTFROM><ACCTID>4111</CCACCTFROM><BANKTRANLIST>` +
      `${row(`<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>N`)}</BANKTRANLIST>` +
      `<LEDGERBAL><BALAMT>${amount}<DTASOF>${day}</LEDGERBAL></CCSTMTRS></CCSTMTTRNRS>`
    const text = `${header}<OFX><CREDITCARDMSGSRSV1>${card('20260210', '-2', 'b')}${card('20260110', '-1', 'a')}</CREDITCARDMSGSRSV1></OFX>`
    const { summary, rows } = await readText(text)
    expect(rows).toHaveLength(2)
    expect(summary.accounts).toHaveLength(1)
    expect(summary.accounts[0]).toMatchObject({
      type: 'credit_card',
      ledger: { minor: -200n, asOf: '2026-02-10' },
    })
  })

  it('keeps rows with the same id or none, and reports rows it cannot date or count', async () => {
    const { summary, rows } = await readText(
      bank(
        row('<DTPOSTED>20260102<TRNAMT>-5<FITID>S<NAME>A') +
          row('<DTPOSTED>20260102<TRNAMT>-5<FITID>S<NAME>A') +
          row('<DTPOSTED>20260231<TRNAMT>-5<FITID>S<NAME>A') +
          row('<DTPOSTED>20260201<TRNAMT>x5<FITID><NAME>A') +
          row('<DTPOSTED>20260201<FITID>T<NAME>A'),
      ),
    )
    expect(rows).toHaveLength(2)
    expect(summary.problems.map(({ line, code }) => [line, code])).toEqual([
      [10, 'bad_date'],
      [11, 'bad_amount'],
      [12, 'no_amount'],
    ])
    expect(summary.skipped).toBe(3)
  })

  it('refuses a file that was cut anywhere inside its statement', async () => {
    const text = bank(row('<DTPOSTED>20260102<TRNAMT>-5<FITID>S<NAME>A'), '<LEDGERBAL><BALAMT>1</LEDGERBAL>')
    for (let end = text.indexOf('<BANKMSGSRSV1>') + 14; end < text.length - 1; end += 5)
      expect((await refusalOf(readText(text.slice(0, end))))?.key).toBe('imports.errors.cutOff')
  })

  it('reads XML with a DOCTYPE without expanding it', async () => {
    const xml = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?><!DOCTYPE x [<!ENTITY a "boom">]>${bank(
      row('<DTPOSTED>20260102</DTPOSTED><TRNAMT>-5</TRNAMT><NAME>&a;</NAME>'),
    ).slice(header.length)}`
    expect(lines(await readText(xml))).toEqual(['2026-01-02 -5.00 &a;'])
  })

  it('survives a hundred thousand nested tags', async () => {
    const text = `${header}<OFX>${'<A>'.repeat(100_000)}</OFX>`
    expect((await readText(text)).summary.problems.map(({ code }) => code)).toEqual(['no_account'])
  })

  it('takes pending rows, the cash of investment accounts, and leaves securities out with a word', async () => {
    const text =
      `${header}<OFX><INVSTMTMSGSRSV1><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b<ACCTID>77777</INVACCTFROM><INVTRANLIST>` +
      `<BUYSTOCK><INVBUY><UNITS>3</INVBUY></BUYSTOCK><INVBANKTRAN>${row('<DTPOSTED>20260102<TRNAMT>9.995<NAME>Cash')}</INVBANKTRAN>` +
      '</INVTRANLIST></INVSTMTRS></INVSTMTMSGSRSV1></OFX>'
    const { summary, rows } = await readText(text)
    expect(lines({ summary, rows })).toEqual(['2026-01-02 10.00 Cash'])
    expect(summary.accounts[0]?.type).toBe('investment')
    expect(summary.problems.map(({ code }) => code)).toEqual(['rounded', 'securities'])
  })

  it('keeps no more of a record than any has', async () => {
    const invented = Array.from({ length: 1000 }, (_, i) => `<X${i}>a`).join('')
    const { rows } = await readText(bank(row(`<DTPOSTED>20260102<TRNAMT>-1${invented}<MEMO>late`)))
    expect(rows.map((one) => [one.minor, one.memo])).toEqual([[-100n, null]])
  })
})

describe('OFX that closes nothing', () => {
  const open = (statements: string) =>
    `${header}<OFX>\n<SIGNONMSGSRSV1>\n<SONRS>\n<STATUS>\n<CODE>0\n<SEVERITY>INFO\n<FI>\n<ORG>My Bank\n<BANKMSGSRSV1>\n<STMTTRNRS>\n<TRNUID>1\n${statements}`
  const statement = (id: string, list: string, rest: string) =>
    `<STMTRS>\n<CURDEF>EUR\n<BANKACCTFROM>\n<BANKID>1\n<ACCTID>${id}\n<ACCTTYPE>SAVINGS\n<BANKTRANLIST>\n<DTSTART>20240101\n<DTEND>20240131\n${list}${rest}`
  const rows =
    '<STMTTRN>\n<DTPOSTED>20240103\n<TRNAMT>-12.50\n<FITID>1\n<PAYEE>\n<NAME>Shop\n<CITY>Oslo\n<MEMO>card\n<STMTTRN>\n<DTPOSTED>20240104\n<TRNAMT>100\n<FITID>2\n<NAME>Pay\n'
  const balance = '<LEDGERBAL>\n<BALAMT>87.50\n<DTASOF>20240131\n'

  it('reads rows, accounts and balances of several statements', async () => {
    const read = await readText(
      open(
        statement('11112222', rows, `${balance}<AVAILBAL>\n<BALAMT>80.00\n<DTASOF>20240131\n`) +
          statement('33334444', '<STMTTRN>\n<DTPOSTED>20240105\n<TRNAMT>-1\n<FITID>3\n<NAME>Fee\n', balance),
      ),
    )
    expect(lines(read)).toEqual(['2024-01-03 -12.50 Shop', '2024-01-04 100.00 Pay', '2024-01-05 -1.00 Fee'])
    expect(read.rows[0]).toMatchObject({ memo: 'card', externalId: '1' })
    expect(read.summary.accounts).toMatchObject([
      {
        sourceAccountId: '11112222',
        type: 'savings',
        institution: 'My Bank',
        period: { from: '2024-01-01', to: '2024-01-31' },
        ledger: { minor: 8750n, asOf: '2024-01-31' },
        available: { minor: 8000n },
      },
      { sourceAccountId: '33334444', ledger: { minor: 8750n } },
    ])
  })

  it.each(['', '<LEDGERBAL>\n<BALAMT>87.5'])(
    'is refused when no whole balance follows the rows: %j',
    async (rest) => {
      expect((await refusalOf(readText(open(statement('1', rows, rest)))))?.key).toBe('imports.errors.cutOff')
    },
  )

  it('takes the currency of its rows where the statement names none', async () => {
    const text = bank(
      row('<DTPOSTED>20180507<TRNAMT>12.34<FITID>1<MEMO>x<CURRENCY><CURRATE>1.0<CURSYM>AUD</CURRENCY>'),
    ).replace('<CURDEF>USD', '<CURDEF></CURDEF>')
    const { summary } = await readText(text)
    expect(summary.accounts).toMatchObject([{ currency: 'AUD' }])
    expect(summary.problems).toEqual([])
  })
})
