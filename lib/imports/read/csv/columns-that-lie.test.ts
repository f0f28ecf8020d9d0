import { expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'
import { mappingSchema } from './mapping.ts'

it('takes a header for a day only where its cells are days: Valuta is a currency in Italian', async () => {
  const read = await readText(
    'Valuta;Quando;Descrizione;Importo\nEUR;15/01/2024;Bar;-5,00\nEUR;16/01/2024;Paga;100,00\n',
  )
  expect(lines(read)).toEqual(['2024-01-15 -5.00 Bar', '2024-01-16 100.00 Paga'])
})

it('gives a day without a year the year of the value date beside it, over the new year too', async () => {
  const read = await readText(
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Verwendungszweck";"Betrag";"Waehrung"\n' +
      '"0123456789";"05.01.";"05.01.24";"Gehalt";"2.500,00";"EUR"\n"0123456789";"31.12.";"03.01.24";"Strom";"-85,00";"EUR"\n',
  )
  expect(lines(read)).toEqual(['2024-01-05 2500.00 Gehalt', '2023-12-31 -85.00 Strom'])
})

it.each([
  ['codes', '-12.00 USD', '-5.00 EUR', '-500 JPY'],
  ['symbols', '-$12.00', '-€5.00', '-500 JPY'],
])('keeps currencies apart that stand beside the amounts as %s', async (_kind, a, b, c) => {
  const read = await readText(
    `Date,Description,Amount\n2024-01-15,A,${a}\n2024-01-16,B,${b}\n2024-01-17,C,${c}\n`,
  )
  expect(read.summary.accounts.map((account) => account.currency)).toEqual(['USD', 'EUR', 'JPY'])
  expect(read.rows.map((row) => row.minor)).toEqual([-1200n, -500n, -500n])
})

it('takes the one currency beside the amounts, and the symbol in their header', async () => {
  const beside = await readText('Date,Description,Amount\n2024-01-15,A,-12.00PLN\n', {
    defaultCurrency: 'EUR',
  })
  expect(beside.summary.accounts[0]?.currency).toBe('PLN')
  const header = await readText('Date,Description,Amount ($)\n2024-01-15,A,-12.00\n', {
    defaultCurrency: 'EUR',
  })
  expect(header.summary.accounts[0]?.currency).toBe('USD')
})

it('does not take a zone of time for a currency', async () => {
  const read = await readText('Date (UTC),Description,Amount\n2024-01-15,A,-12.00\n', {
    defaultCurrency: 'EUR',
  })
  expect(read.summary.accounts[0]?.currency).toBe('EUR')
})

it('reads headers written as one word with humps', async () => {
  const read = await readText(
    'TransactionDate,Description,Withdrawal,Deposit,RunningBalance\n01/25/2024,A,$23.45,,$976.55\n01/20/2024,B,,"$1,500.00","$1,000.00"\n',
  )
  expect(lines(read)).toEqual(['2024-01-25 -23.45 A', '2024-01-20 1500.00 B'])
  expect(read.rows[0]?.runningBalance).toBe(97655n)
})

it('takes the other day of a row whose booked day is blank', async () => {
  const read = await readText(
    'Run Date,Description,Amount ($),Settlement Date\n01/25/2024,A,-23.00,01/27/2024\n01/20/2024,B,500.00,\n',
  )
  expect(lines(read)).toEqual(['2024-01-27 -23.00 A', '2024-01-20 500.00 B'])
})

it('knows a card by the one payment among as many charges', async () => {
  const read = await readText(
    'Date,Description,Amount\n01/25/2024,SHOP,23.45\n01/20/2024,AUTOPAY PAYMENT - THANK YOU,-500.00\n',
  )
  expect(read.rows.map((row) => row.minor)).toEqual([-2345n, 50000n])
})

it('takes the column with the most words for what a row is about, when no header says so', async () => {
  const read = await readText(
    'Date,Zwk,Xy,Amount\n2024-01-15,u,Corner shop,-12.00\n2024-01-16,v,Late cinema,-5.00\n',
  )
  expect(lines(read)).toEqual(['2024-01-15 -12.00 Corner shop', '2024-01-16 -5.00 Late cinema'])
})

it('remembers headers of two lines by their place, so that its mapping reads the file again', async () => {
  const text =
    'Date,Was,Amount,,Balance\n,,Debit,Credit,\n03/04/2026,Aa,10.00,,90.00\n05/04/2026,Bb,,20.00,110.00\n'
  const mapping = mappingSchema.parse((await refusalOf(readText(text)))?.extra.mapping)
  expect(lines(await readText(text, { mapping: { ...mapping, dateOrder: 'dmy' } }))).toEqual([
    '2026-04-03 -10.00 Aa',
    '2026-04-05 20.00 Bb',
  ])
})

it('waits for a booking that is still open, under its other day, and passes over a line of words', async () => {
  const read = await readText(
    '"Buchungstag";"Wertstellung (Valuta)";"Buchungstext";"Umsatz in EUR";\n"05.01.2024";"05.01.2024";"Gehalt";"2.500,00";\n' +
      '"offen";"04.01.2024";"Markt";"-12,34";\n\n"Alter Kontostand";"-1.253,10 EUR";\n"Hinweis: ohne Gewähr"\n',
  )
  expect(lines(read)).toEqual(['2024-01-05 2500.00 Gehalt', '2024-01-04 -12.34 Markt'])
  expect(read.rows.map((row) => row.status)).toEqual(['posted', 'pending'])
  expect(read.summary.problems.map(({ code }) => code)).toEqual(['balance_row', 'no_date'])
})

it('reads headers joined by underscores, and loses no side of the money', async () => {
  const read = await readText(
    'Data_Operazione;Data_Valuta;Entrate;Uscite;Descrizione\n03/01/2024;03/01/2024;;-12,34;Spesa\n15/01/2024;15/01/2024;2500;;Bonifico\n',
  )
  expect(lines(read)).toEqual(['2024-01-03 -12.34 Spesa', '2024-01-15 2500.00 Bonifico'])
})

it('asks when unknown headers leave whole numbers where the amount is blank', async () => {
  const refusal = await refusalOf(
    readText(
      'Xd;Xi;Xo;Xt\n2024-01-03;;-12,34;Spesa qui\n2024-01-15;2500;;Bonifico qui\n2024-01-16;;-1,00;Altro qui\n',
    ),
  )
  expect(refusal?.code).toBe('needs_mapping')
})

it('takes money received with a minus as proof that charges are positive, one against one', async () => {
  const read = await readText(
    'date,title,amount\n2024-01-03,Padaria,12.34\n2024-01-15,Pagamento recebido,-500.00\n',
  )
  expect(read.rows.map((row) => row.minor)).toEqual([-1234n, 50000n])
})

it('takes no number of an account for a name, nor an apostrophe of a spreadsheet', async () => {
  const read = await readText(
    "Bokföringsdag;Belopp;Avsändare;Mottagare;Rubrik\n2024-01-15;2500,00;1234 56 78901;5678;Lön\n2024-01-16;-5,00;1234 56 78901;;'Kiosk\n",
  )
  expect(read.rows.map((row) => row.payee)).toEqual(['Lön', 'Kiosk'])
})

it('reads cells that a spreadsheet is kept from counting: ="0042"', async () => {
  const read = await readText(
    'Konto:;="CH9300762011623852957"\nWährung:;="CHF"\n\nDatum;Avisierungstext;Betrag\n="05.01.2024";Gehalt;="2500.00"\n="06.01.2024";Markt;="-1.50"\n',
  )
  expect(lines(read)).toEqual(['2024-01-05 2500.00 Gehalt', '2024-01-06 -1.50 Markt'])
  expect(read.summary.accounts).toMatchObject([{ sourceAccountId: 'CH9300762011623852957', currency: 'CHF' }])
})

it('finds a table without headers below a line about the account', async () => {
  const read = await readText(
    'Compte;Compte de chèques;****1234;31/01/2024;;1 234,56\n03/01/2024;;;PAIEMENT CB;-12,34\n15/01/2024;;;VIREMENT ACME;2 500,00\n',
  )
  expect(lines(read)).toEqual(['2024-01-03 -12.34 PAIEMENT CB', '2024-01-15 2500.00 VIREMENT ACME'])
})

it.each([
  ['by the name beside them', 'Account Name,Account Number,Date,Description,Amount', 'N,'],
  ['by a header that can be nothing else', 'Auftragskonto,Datum,Buchungstext,Betrag', ''],
])('keeps many accounts apart that are one’s own %s', async (_why, header, before) => {
  const rows = [1, 2, 3, 4, 5].map((at) => `${before}0000123${at},2024-01-2${at},Shop,-${at}.00\n`)
  const read = await readText(`${header}\n${rows.join('')}${before},2024-01-26,Shop,-6.00\n`)
  expect(new Set(read.rows.map((row) => row.account)).size).toBe(6)
})

it('leaves the account of the other side alone when nothing says whose it is', async () => {
  const rows = [1, 2, 3, 4, 5].map((at) => `2024-01-2${at},Shop ${at},DE9910000000000000000${at},-${at}.00\n`)
  const read = await readText(`Date,Payee,IBAN,Amount\n${rows.join('')}`)
  expect(read.summary.accounts).toMatchObject([{ sourceAccountId: null }])
})

it('shows a note as the payee when nothing else says what a row is about', async () => {
  const read = await readText(
    'Thời gian,Mã giao dịch,Loại giao dịch,Số tiền,Trạng thái,Ghi chú\n05/01/2024 10:11,123456,Thanh toán,-50.000đ,Thành công,Cà phê\n16/01/2024 10:11,123457,Nhận tiền,+200.000đ,Thành công,\n',
  )
  expect(lines(read)).toEqual(['2024-01-05 -50000 Cà phê', '2024-01-16 200000 Nhận tiền'])
})

it('remembers sender and recipient, so that an answered file shows the other side too', async () => {
  const text =
    'Date,Sender,Recipient,Reference,Amount\n03/04/2026,Me,Shop,r1,-5.00\n04/05/2026,Work,Me,r2,100.00\n'
  const mapping = mappingSchema.parse((await refusalOf(readText(text)))?.extra.mapping)
  expect(lines(await readText(text, { mapping }))).toEqual([
    '2026-03-04 -5.00 Shop',
    '2026-04-05 100.00 Work',
  ])
})

it.each(['EUR -5.00', 'R$ -5.00', '5.00- €', '5.00\u2212', '5.00DR', '5.00 S', '\u20105.00'])(
  'counts %s as below zero when it decides what a sign means',
  async (amount) => {
    const read = await readText(`Date,Description,Amount\n2024-01-15,A,${amount}\n2024-01-16,B,6.00\n`)
    expect(read.rows.map((row) => row.minor)).toEqual([-500n, 600n])
  },
)

it.each([
  ['Rs. -5.00', 'Rs. 1,234.00'],
  ['-5,00 kr.', '1.234,00 kr.'],
])('takes no point of an abbreviation for a mark: %s', async (a, b) => {
  const read = await readText(`Date;Description;Amount\n2024-01-15;A;${a}\n2024-01-16;B;${b}\n`)
  expect(read.rows.map((row) => row.minor)).toEqual([-500n, 123400n])
})

it('takes debit and credit for the sign where the amount beside them has none', async () => {
  const read = await readText(
    'Date,Description,Amount,Debit,Credit\n2024-01-25,A,12.00,12.00,\n2024-01-26,B,20.00,,20.00\n',
  )
  expect(read.rows.map((row) => row.minor)).toEqual([-1200n, 2000n])
})

it('takes the amount that names its currency before a foreign one', async () => {
  const read = await readText(
    'Date,Merchant,Amount (foreign),Currency,Amount (USD)\n2024-01-25,A,-10.00,EUR,-11.00\n2024-01-26,B,20.00,USD,20.00\n',
    { defaultCurrency: 'EUR' },
  )
  expect(read.summary.accounts.map((account) => account.currency)).toEqual(['USD'])
  expect(read.rows.map((row) => row.minor)).toEqual([-1100n, 2000n])
})

it.each(['usd', '$', 'US$'])(
  'knows the currency %s of a column, and asks about one in words',
  async (cell) => {
    const text = (currency: string) => `Date,Description,Amount,Currency\n2024-01-25,A,-12.00,${currency}\n`
    const read = await readText(text(cell), { defaultCurrency: 'EUR' })
    expect(read.summary.accounts[0]?.currency).toBe('USD')
    const refusal = await refusalOf(readText(text('Dollars'), { defaultCurrency: 'EUR' }))
    expect(refusal?.extra).toMatchObject({ questions: [{ id: 'currency', reason: 'not_given' }] })
  },
)

it.each([
  ['positive purchases', '230.10', '-120.50', [-23010n, 12050n]],
  ['negative purchases', '-230.10', '120.50', [-23010n, 12050n]],
])('lets the quantity of a trade say what its sign means: %s', async (_kind, bought, sold, minors) => {
  const read = await readText(
    `date,ticker,quantity,price,amount\n2024-01-05,VTI,10,23.01,${bought}\n2024-01-06,VTI,-5,24.10,${sold}\n`,
  )
  expect(read.rows.map((row) => row.minor)).toEqual(minors)
})

it('asks when quantities and amounts are all positive: goods may be bought or sold', async () => {
  const refusal = await refusalOf(
    readText('date,item,quantity,amount\n2024-01-05,Book,1,9.99\n2024-01-06,Pen,3,4.50\n'),
  )
  expect(refusal?.extra).toMatchObject({ questions: [{ id: 'sign' }] })
})
