import { expect, test } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'
import type { Mapping } from './mapping.ts'

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

test.each([
  ['above later pages only', '', 'Account statement page 2\n'],
  ['above each page', 'Account statement page 1\n', 'Account statement page 2\n'],
  ['after the number', 'Account 12345678\nPage 1\n', 'Account 12345678 page 2\n'],
])('the head of a page is no other account: %s', async (_where, first, second) => {
  const table = 'Date,Name,Amount\n'
  const { summary, rows } = await read(
    `${first}${table}2026-01-14,A,-1.00\n${second}${table}2026-01-15,B,2.00\n`,
  )
  expect(rows).toHaveLength(2)
  expect(summary.accounts).toHaveLength(1)
})

const twice = (number: string, day: string, name: string) =>
  `Account,${number}\n\nDate,Name,Amount\n01/02/2026,${name},-1.00\n${day},${name},2.00\n\n`

test('an answer about the columns keeps the accounts of a file apart', async () => {
  const text = twice('11111111', '03/02/2026', 'A') + twice('22222222', '04/02/2026', 'B')
  const asked = await refusalOf(readText(text))
  expect(asked?.code).toBe('needs_mapping')
  const { mapping } = (asked?.extra ?? {}) as { mapping: Mapping }
  const file = await readText(text, { mapping: { ...mapping, dateOrder: 'dmy' } })
  expect(file.rows.map(({ account, date }) => `${account} ${date}`)).toEqual([
    '11111111/USD 2026-02-01',
    '11111111/USD 2026-02-03',
    '22222222/USD 2026-02-01',
    '22222222/USD 2026-02-04',
  ])
})

test('a table of other columns takes the order of days that another one proves', async () => {
  const visa = 'Card,4444\n\nDate,Text,Category,Amount\n03/02/2026,C,Food,-5.00\n05/02/2026,C,Food,1.00\n'
  const file = await readText(`${twice('11111111', '13/02/2026', 'A')}${visa}`)
  expect(file.rows.map(({ date }) => date)).toEqual(['2026-02-01', '2026-02-13', '2026-02-03', '2026-02-05'])
})

test('tables that are called alike are read once each', async () => {
  const second = twice('11111111', '03/02/2026', 'B').replace('Name', 'Text')
  const file = await readText(twice('11111111', '13/02/2026', 'A') + second)
  expect(file.rows.map(({ payee }) => payee)).toEqual(['A', 'A', 'B', 'B'])
})

test('more accounts than a file may hold are refused before each is studied', async () => {
  const many = Array.from({ length: 600 }, (_, at) => twice(String(10_000_000 + at), '13/02/2026', 'A')).join(
    '',
  )
  expect((await refusalOf(readText(many)))?.key).toBe('imports.errors.tooManyAccounts')
})

test('headers that are repeated on every page are no table of their own, and no lost line', async () => {
  const { summary, rows } = await read(
    'Date,Name,Amount\n2026-01-14,A,-1.00\nPage 2\nDate,Name,Amount\n2026-01-15,B,2.00\n',
  )
  expect(rows).toHaveLength(2)
  expect(summary.accounts).toHaveLength(1)
  expect(summary.problems.map(({ line }) => line)).toEqual([3])
})
