import { expect, it } from 'vitest'
import { lines, readText } from '../testing.ts'
import { readHeaders } from './headers.ts'

const accountOf = async (above: string, table = 'Date;Description;Amount\n2026-01-05;Shop;-45,20\n') =>
  (await readText(`${above}\n\n${table}`, { defaultCurrency: 'EUR' })).summary.accounts[0]

it.each([
  ['Conta ;0123012345678 - EUR - Extracto', '0123012345678'],
  ['Tilinumero;FI12 1234 5600 0007 85', 'FI12 1234 5600 0007 85'],
  ['Numéro Compte;1234567A033', '1234567A033'],
  ['"Kreditkarte:";"4748********1234"', '4748********1234'],
  ['="0123400012345678";01/01/2026;15/01/2026;2', '0123400012345678'],
  [
    'Statement of Account No :912010012345678 for the period (From : 01-01-2026 To : 15-01-2026)',
    '912010012345678',
  ],
  ['Bank 12; Branch 3123; Account 0123456-50 (Streamline)', '0123456-50'],
])('finds the account in %s', async (above, id) => {
  expect((await accountOf(above))?.sourceAccountId).toBe(id)
})

it('takes no day for the number of an account', async () => {
  expect((await accountOf('Balance of account 31-12-2025: 100.00'))?.sourceAccountId).toBeNull()
})

it('comes to an end on a line of blanks behind the word account', async () => {
  expect((await accountOf(`account${' '.repeat(8_000)}x`))?.sourceAccountId).toBeNull()
})

it('comes to an end on a header of brackets that nothing closes', () => {
  const headers = ['Date', 'Name', 'Amount', '['.repeat(300_000)]
  expect(readHeaders(headers, [['2026-01-14', 'A', '-1.00', '']])?.columns.amount).toBe(2)
})

it.each([
  ['Laatste saldo;1.954,80 EUR;\nDatum/uur van het laatste saldo;15/01/2026 10:12:13;'],
  ['Saldo;1954.80 EUR\nDatum:;15.01.2026'],
  ['Ledger Balance : 1954.80 as of 20260115'],
])('finds the balance and its day in %s', async (above) => {
  expect((await accountOf(above))?.ledger).toEqual({ minor: 195480n, asOf: '2026-01-15' })
})

it('does not read the day of a balance day first where it may be month first', async () => {
  const account = await accountOf(
    'Statement date,01/02/2026\nLedger balance,100.00',
    'Date,Name,Amount\n01/13/2026,A,-1.00\n',
  )
  expect(account?.ledger?.asOf).not.toBe('2026-02-01')
})

it('reads headers of two letters for the sides of the money and the balance', async () => {
  const read = await readText(
    'Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL\n13-01-2026,-,SALARY, ,25000.00,35000.00,123\n15-01-2026,-,FOOD,345.20, ,34654.80,123\n',
  )
  expect(lines(read)).toEqual(['2026-01-13 25000.00 SALARY', '2026-01-15 -345.20 FOOD'])
  expect(read.summary.accounts[0]?.ledger?.minor).toBe(3465480n)
})

it('takes the value date over the day of purchase, as banks book cards', async () => {
  const read = await readText(
    'Wertstellung;Belegdatum;Beschreibung;Betrag (EUR)\n24.01.2026;22.01.2026;Buchladen;-12,99\n',
  )
  expect(read.rows[0]).toMatchObject({ date: '2026-01-24', transactionDate: '2026-01-22' })
})

it.each(['Venter', 'Reserveret', 'NON CONTABILIZZATO', 'Reserverat', 'Varaus', 'Blokada'])(
  'takes %s for a payment that is still open',
  async (word) => {
    const read = await readText(
      `Date;Text;Amount;Status\n2026-01-05;Shop;-45,20;${word}\n2026-01-06;Shop;-1,20;OK\n`,
    )
    expect(read.rows.map(({ status }) => status)).toEqual(['pending', 'posted'])
  },
)
