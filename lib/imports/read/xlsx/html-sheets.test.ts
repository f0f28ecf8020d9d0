import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const header = '<tr><th>Date</th><th>Description</th><th>Amount</th></tr>'

const good = `<!DOCTYPE html><html><head><meta charset="utf-8"><style>td > p { color: red }</style></head><body>
<script>if (a < b) document.write("<table><tr><td>13/13/2026</td></tr></table>")</script>
<table width="100%"><tr><td>Menu</td><td>
  <!-- <table> -->
  <table class="data" title="a > b">${header}
    ${row('2026-01-13', 'Caf&eacute; &amp; <b>bar</b>', '-1.50')}
    ${row('2026-01-14', 'Pay<br>day', '1,234.50')}
  </table></td></tr></table>
<p>Page 1 of 1</p></body></html>`

const vietcombank = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>
<h3>SAO K&Ecirc; T&Agrave;I KHO&#7842;N</h3>
<table><tr><td>Số tài khoản/Account number:<td colspan=2>0071001234567
<tr><td>Loại tiền/Currency:<td>VND</table>
<table border=1>
<tr><th>STT<br>No.<th>Ngày/<br>TNX Date / Số CT/<br>Doc No<th>Số tiền ghi nợ/<br>Debit<th>Số tiền ghi có/<br>Credit<th>Số dư/<br>Balance<th>Nội dung chi tiết/<br>Transactions in detail
<tr><td>1<td>02/01/2026<br>5389 - 82579<td>85,000<td>&nbsp;<td>9,915,000<td>GRAB
<tr><td>2<td>03/01/2026<br>5078-12346<td><td>25,000,000<td>34,915,000<td>LUONG
</table></body></html>`

describe('tables of HTML', () => {
  it.each([1, 7, 100_000])('reads the table inside a layout, in pieces of %d', async (chunk) => {
    const reading = await readText(good, { chunk, fileName: 'statement.xls' })
    expect(lines(reading)).toEqual(['2026-01-13 -1.50 Café & bar', '2026-01-14 1234.50 Pay day'])
    expect(reading.summary.format).toBe('xlsx')
    expect(reading.summary.rawRows?.[0]?.text).toBe('2026-01-13 │ Café & bar │ -1.50')
    expect(reading.rows.map((one) => one.line)).toEqual([3, 4])
  })

  it('knows a bank by its layout, with the account above the table and tags left open', async () => {
    const reading = await readText(vietcombank)
    expect(lines(reading)).toEqual(['2026-01-02 -85000 GRAB', '2026-01-03 25000000 LUONG'])
    expect(reading.rows.map((one) => one.reference)).toEqual(['5389 - 82579', '5078-12346'])
    expect(reading.summary).toMatchObject({
      profile: 'vietcombank',
      accounts: [{ sourceAccountId: '0071001234567', currency: 'VND' }],
    })
  })

  it('takes the charset from the page', async () => {
    const text = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head><table>${header}${row('2026-01-13', 'Zako\u00f1', '-1.00')}</table>`
    const reading = await readText(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
    expect(lines(reading)).toEqual(['2026-01-13 -1.00 Zakoń'])
    expect(reading.summary.encoding).toBe('iso-8859-2')
  })

  it('goes on in the next table with the same header, and keeps numbered accounts apart', async () => {
    const table = (rows: string) => `<table>${header}${rows}</table>`
    const pages = `<p>Account number: 12345678</p>${table(row('2026-01-13', 'A', '-1.00'))}<p>Page 2</p>${table(row('2026-01-14', 'B', '-2.00'))}`
    const reading = await readText(
      `${pages}<p>Account number: 87654321</p>${table(row('2026-01-15', 'C', '-3.00'))}`,
    )
    expect(lines(reading)).toEqual(['2026-01-13 -1.00 A', '2026-01-14 -2.00 B', '2026-01-15 -3.00 C'])
    expect(
      reading.rows.map((one) => reading.summary.accounts.find(({ key }) => key === one.account)?.last4),
    ).toEqual(['5678', '5678', '4321'])
  })

  it('puts cells below one that spans rows where they belong', async () => {
    const spanned = `<table>${header}<tr><td rowspan=2>2026-01-13</td><td>A</td><td>-1.00</td></tr><tr><td>more</td><td></td></tr>${row('2026-01-14', 'B', '-2.00')}</table>`
    expect(lines(await readText(spanned)).at(-1)).toBe('2026-01-14 -2.00 B')
  })

  it.each([
    ['a sign-in page', '<!DOCTYPE html><html><body>Your session has expired</body></html>'],
    [
      'a form in a table',
      '<html><table><tr><td>User</td><td><input></td></tr><tr><td>Password</td></tr></table></html>',
    ],
    ['a table in a script', `<html><script>'<table>${header}${row('2026-01-13', 'A', '-1')}'`],
  ])('refuses %s as a web page', async (_name, text) => {
    expect((await refusalOf(readText(text, { fileName: 'x.csv' })))?.key).toBe('imports.errors.webPage')
  })

  it('comes to an end on a hostile page, which backtracking would not', async () => {
    for (const piece of ['<a ="', '<', '<table>', '<td', '<!--', '&#', '<script>', '<a =">'])
      expect(await refusalOf(readText(`<html>${piece.repeat(200_000)}`, { chunk: 65_536 }))).not.toBeNull()
  }, 60_000)

  it('ends in rows or in a refusal, whatever bytes are changed', async () => {
    const pages = [good, vietcombank].map((text) => new TextEncoder().encode(text))
    const change = fc.tuple(fc.nat(10_000), fc.constantFrom(...'<>"\'/=&!- \u0000at9'))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (which, changes) => {
          const bytes = Uint8Array.from(pages[which] ?? [])
          for (const [at, letter] of changes) bytes[at % bytes.length] = letter.charCodeAt(0)
          await refusalOf(readText(bytes))
        },
      ),
      { numRuns: 200, seed: 5 },
    )
  }, 20_000)
})
