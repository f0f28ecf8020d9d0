import { expect, test } from 'vitest'
import { lines, readText } from '../testing.ts'

const read = (text: string) => readText(text, { defaultCurrency: 'EUR' })

test('a word inside a header nobody lists tells the payee, the description and the balance', async () => {
  const file = await read(
    'Posted Date,Transaction Type,Merchant shown,Full wording description,Amount,Daily Posted Balance\n' +
      '01/15/2026,Debit,Corner Shop,POS 5512 CORNER SHOP,($54.21),"$2,345.79"\n01/14/2026,Credit,,ACH EMPLOYER,"$1,850.00","$2,400.00"\n',
  )
  expect(lines(file)).toEqual(['2026-01-15 -54.21 Corner Shop', '2026-01-14 1850.00 ACH EMPLOYER'])
  expect(file.summary.accounts[0]?.ledger?.minor).toBe(234579n)
})

test('a payee in two words with a slash is one, and the IBAN beside it is the other side’s', async () => {
  const file = await read(
    'Buchung;Sender / Empfänger;IBAN;BIC;Buchungstext;Betrag in EUR\n' +
      '14.01.2026;Telefon AG;DE02120300000000202051;XX;LASTSCHRIFT;-39,95\n12.01.2026;Werk GmbH;DE02100500000054540402;XX;GEHALT;2000,00\n',
  )
  expect(lines(file)).toEqual(['2026-01-14 -39.95 Telefon AG', '2026-01-12 2000.00 Werk GmbH'])
  expect(file.summary.accounts).toMatchObject([{ sourceAccountId: null }])
})

test('one row for each of two accounts are two accounts', async () => {
  const file = await read(
    'Date,Account number,Name,Amount\n2026-01-05,DE02120300000000202051,A,-1.00\n2026-01-06,DE02100500000054540402,B,-2.00\n',
  )
  expect(file.summary.accounts.map(({ sourceAccountId }) => sourceAccountId)).toEqual([
    'DE02120300000000202051',
    'DE02100500000054540402',
  ])
})

test('a pair of amounts for income and expense is found by its words', async () => {
  const file = await read(
    'Date,Account,Expense amount,Income amount,Currency,Description\n1/15/26,Cash,45.20,0,EUR,Market\n1/16/26,Cash,0,"2,000.00",EUR,Employer\n',
  )
  expect(lines(file)).toEqual(['2026-01-15 -45.20 Market', '2026-01-16 2000.00 Employer'])
})

test('amounts called credit and debit in brackets do not hide the signed one beside them', async () => {
  const file = await read(
    'Account number,Date,Memo/Description,Amount (credit),Amount (debit),Amount,Balance\n' +
      '38-9000-0123456-00,14-01-2026,Shop,,45.20,-45.20,1954.80\n38-9000-0123456-00,12-01-2026,Work,2000.00,,2000.00,2000.00\n',
  )
  expect(lines(file)).toEqual(['2026-01-14 -45.20 Shop', '2026-01-12 2000.00 Work'])
})

test('one column for both sides of the money is an amount', async () => {
  const file = await read(
    'IBAN;Booked At;Text;Credit/Debit Amount;Balance;Valuta Date\n' +
      'CH1280808001234567890;2026-01-14 00:00:00.0;Shop, 12:11;-45.2;1954.8;2026-01-14 00:00:00.0\n' +
      'CH1280808001234567890;2026-01-12 00:00:00.0;Work;2000;2000;2026-01-12 00:00:00.0\n',
  )
  expect(lines(file)).toEqual(['2026-01-14 -45.20 Shop, 12:11', '2026-01-12 2000.00 Work'])
  expect(file.summary.accounts[0]?.last4).toBe('7890')
})

test('of an amount, its fee and the net of both, the net is what moved', async () => {
  const file = await read(
    'id,Type,Amount,Fee,Net,Currency,Created (UTC),Description\n' +
      'txn_1A2b3C,charge,50.00,1.75,48.25,eur,2026-01-14 10:22,Invoice 1\ntxn_1A2b3D,payout,-48.25,0.00,-48.25,eur,2026-01-17 00:10,Payout\n',
  )
  expect(lines(file)).toEqual(['2026-01-14 48.25 Invoice 1', '2026-01-17 -48.25 Payout'])
})

test('of two columns of types, the one that tells money in from money out counts', async () => {
  const file = await read(
    'Posting Date,Amount,Credit Debit Indicator,type,Description\n01/12/2026,45.67,Debit,POS Debit,Shop\n01/15/2026,2500.00,Credit,Dividend,Work\n',
  )
  expect(lines(file)).toEqual(['2026-01-12 -45.67 Shop', '2026-01-15 2500.00 Work'])
})

test('a column of dates that is blank leaves the day to the other one', async () => {
  const file = await read(
    'Run Date,Action,Amount ($),Settlement Date\n01/15/2026,DIRECT DEBIT CARD,-150.22,\n01/14/2026,DIRECT DEPOSIT,2000,\n',
  )
  expect(lines(file)).toEqual(['2026-01-15 -150.22 DIRECT DEBIT CARD', '2026-01-14 2000.00 DIRECT DEPOSIT'])
})

test('numbers of accounts and yes or no are no payees', async () => {
  const numbers = await read(
    '"Date","Amount","Account","Counterparty","Name","Description"\n' +
      '"2026-01-14","-12.50","NL12BUNQ2025123456","NL02ABNA0123456789","Grocer","Grocer 1234"\n' +
      '"2026-01-12","1,500.00","NL12BUNQ2025123456","NL02RABO0123456789","Work BV","Salary"\n',
  )
  expect(lines(numbers)).toEqual(['2026-01-14 -12.50 Grocer', '2026-01-12 1500.00 Work BV'])
  const notes = await read(
    'Id,Date,Category,Amount,Currency,Note,Wallet,Excluded,Author\n1,15/01/2026,Food,-45.00,EUR,Lunch,Cash,FALSE,Ann\n2,16/01/2026,Salary,2000.00,EUR,Work,Cash,FALSE,Ann\n',
  )
  expect(lines(notes)).toEqual(['2026-01-15 -45.00 Lunch', '2026-01-16 2000.00 Work'])
})

test('a row whose descriptions are blank says what it is about in another column', async () => {
  const file = await read(
    'Datum;Naam tegenpartij bevat;Soort boeking;Bedrag;Mededelingen\n' +
      '05/01/2026;Winkel;Aankoop met kaart;-45,20;\n15/01/2026;;Storting van Werk;2.000,00;\n',
  )
  expect(lines(file)).toEqual(['2026-01-05 -45.20 Winkel', '2026-01-15 2000.00 Storting van Werk'])
})

test('a description that is the same in every row says nothing, whatever stands below the table', async () => {
  const file = await read(
    'Run Date,Action,Description,Amount\n01/15/2026,DIRECT DEBIT CARD,No Description,-150.22\n01/14/2026,DIRECT DEPOSIT,No Description,2000\n"Provided for your use."\n',
  )
  expect(lines(file)).toEqual(['2026-01-15 -150.22 DIRECT DEBIT CARD', '2026-01-14 2000.00 DIRECT DEPOSIT'])
})
