import { expect, test } from 'vitest'
import { lines, readText } from '../testing.ts'

const giro =
  ';\n"Umsätze Girokonto";"Zeitraum: 30 Tage";\n"Neuer Kontostand";"1.234,56 EUR";\n\n' +
  '"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";\n' +
  '"14.01.2026";"14.01.2026";"Lastschrift";"Telefon";"-39,95";\n"12.01.2026";"12.01.2026";"Übertrag";"Werk";"2.000,00";\n' +
  '"Alter Kontostand";"-725,49 EUR";\n\n'
const visa =
  '"Umsätze Visa-Karte (Kreditkarte)";"Zeitraum: 30 Tage";\n"Neuer Kontostand";"-50,00 EUR";\n\n' +
  '"Buchungstag";"Umsatztag";"Vorgang";"Referenz";"Buchungstext";"Umsatz in EUR";\n' +
  '"13.01.2026";"11.01.2026";"Visa-Umsatz";"12345";"Buchladen";"-50,00";\n"Alter Kontostand";"0,00 EUR";\n'
const savings =
  '"Umsätze Tagesgeld-Konto";"Zeitraum: 30 Tage";\n"Neuer Kontostand";"7,00 EUR";\n\n' +
  '"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";\n' +
  '"11.01.2026";"11.01.2026";"Übertrag";"Sparen";"7,00";\n'

const read = async (text: string) => {
  const file = await readText(text, { defaultCurrency: 'EUR' })
  const names = new Map(file.summary.accounts.map((account) => [account.key, account.name]))
  return {
    ...file,
    said: lines(file).map((line, at) => `${names.get(file.rows[at]?.account ?? '')}: ${line}`),
  }
}

test('tables of several accounts in one file are an account each, whatever their columns', async () => {
  const { summary, rows, said } = await read(giro + visa)
  expect(said).toEqual([
    'Girokonto: 2026-01-14 -39.95 Telefon',
    'Girokonto: 2026-01-12 2000.00 Werk',
    'Visa Karte Kreditkarte: 2026-01-13 -50.00 Buchladen',
  ])
  expect(summary).toMatchObject({
    format: 'csv',
    accounts: [
      { type: 'checking', ledger: { minor: 123456n } },
      { type: 'credit_card', ledger: { minor: -5000n } },
    ],
  })
  expect(rows.map(({ line }) => line)).toEqual([6, 7, 14])
})

test('a table with the same columns belongs to the account above it', async () => {
  const { said } = await read(giro + savings)
  expect(said.at(-1)).toBe('Tagesgeld: 2026-01-11 7.00 Sparen')
  expect(said).toHaveLength(3)
})

test('headers that are repeated on every page are no table of their own, and no lost line', async () => {
  const { summary, rows } = await read(
    'Date,Name,Amount\n2026-01-14,A,-1.00\nPage 2\nDate,Name,Amount\n2026-01-15,B,2.00\n',
  )
  expect(rows).toHaveLength(2)
  expect(summary.accounts).toHaveLength(1)
  expect(summary.problems.map(({ line }) => line)).toEqual([3])
})
