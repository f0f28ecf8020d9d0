import { expect, test } from 'vitest'
import { lines, readText } from '../testing.ts'

test('A French bank that names its currency in the headers is read by its debit and credit columns', async () => {
  const text =
    'Date;Libellé;Débit euros;Crédit euros;\n15/01/2024;CB MARCHE;-45,30;;\n12/01/2024;VIR SALAIRE;;"1 850,00";\n'
  const read = await readText(text, { defaultCurrency: 'EUR' })
  expect(lines(read)).toEqual(['2024-01-15 -45.30 CB MARCHE', '2024-01-12 1850.00 VIR SALAIRE'])
})

test('A Dutch column CreditDebet gives the amounts their sign', async () => {
  const text =
    'Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeninghouder;Omschrijving\n"NL21KNAB0123456789";"15-01-2024";"EUR";"D";"12,50";"Winkel";"x"\n"NL21KNAB0123456789";"16-01-2024";"EUR";"C";"1000,00";"Werk";"y"\n'
  const { rows } = await readText(text, { defaultCurrency: 'EUR' })
  expect(rows.map((row) => row.minor)).toEqual([-1250n, 100000n])
})

test('A type column over unsigned amounts does not make an account a card', async () => {
  const text =
    '"Datum";"Naam / Omschrijving";"Rekening";"Af Bij";"Bedrag (EUR)"\n"20240103";"Markt";"NL20INGB0001234567";"Af";"12,34"\n"20240102";"Werk";"NL20INGB0001234567";"Bij";"1.000,00"\n'
  const { rows, summary } = await readText(text, { defaultCurrency: 'EUR' })
  expect(rows.map((row) => row.minor)).toEqual([-1234n, 100000n])
  expect(summary.accounts[0]).toMatchObject({ type: 'checking', sourceAccountId: 'NL20INGB0001234567' })
})

test('A Dutch column IBAN/BBAN is the account', async () => {
  const text =
    '"IBAN/BBAN","Munt","Datum","Bedrag","Tegenrekening IBAN/BBAN","Naam tegenpartij"\n"NL99RABO0123456789","EUR","2024-01-02","-12,34","NL11BANK0000000001","Markt"\n'
  const { summary } = await readText(text, { defaultCurrency: 'EUR' })
  expect(summary.accounts).toMatchObject([{ sourceAccountId: 'NL99RABO0123456789', currency: 'EUR' }])
})

test('The day written beside a balance above the table is the day of that balance', async () => {
  const text = (label: string) =>
    `"${label}";"1.234,56"\n\n"Buchungsdatum";"Verwendungszweck";"Betrag"\n"15.01.24";"Markt";"-12,50"\n"16.01.24";"Lohn";"1.000,00"\n`
  const ledgerOf = async (label: string) =>
    (await readText(text(label), { defaultCurrency: 'EUR' })).summary.accounts[0]?.ledger
  expect(await ledgerOf('Kontostand vom 31.01.2024:')).toMatchObject({ minor: 123456n, asOf: '2024-01-31' })
  expect(await ledgerOf('Ending balance as of 01/31/2024:')).toMatchObject({ asOf: '2024-01-31' })
  expect((await ledgerOf('Ending balance as of 02/03/2024:'))?.asOf).not.toBe('2024-02-03')
})
