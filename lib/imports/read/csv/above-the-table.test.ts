import { expect, it } from 'vitest'
import { lines, readText } from '../testing.ts'

const eur = { defaultCurrency: 'USD' }

it('takes account, currency and period from labels that stand above their values (mBank)', async () => {
  const read = await readText(
    'mBank S.A. Bankowość Detaliczna;\n\n#Klient;\nJAN KOWALSKI;\n\n#Za okres:;\n01.02.2024;05.03.2024;\n\n#dla rachunków:;\neKonto - 12114020040000310212345678;\n\n' +
      '#Waluta;#Wpływy;#Wydatki;\nPLN;1 000,00;-45,50;\n\n#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;\n' +
      '2024-02-15;"SKLEP   WARSZAWA";"eKonto 1211 ... 5678";"Jedzenie";-45,50 PLN;\n2024-03-01;"PRACA";"eKonto 1211 ... 5678";"Wpływy";1 000,00 PLN;\n',
    eur,
  )
  expect(lines(read)).toEqual(['2024-02-15 -45.50 SKLEP WARSZAWA', '2024-03-01 1000.00 PRACA'])
  expect(read.summary.accounts).toMatchObject([
    {
      sourceAccountId: '12114020040000310212345678',
      name: 'eKonto',
      currency: 'PLN',
      period: { from: '2024-02-01', to: '2024-03-05' },
    },
  ])
})

it('reads the statement of the same bank with balances, where the payee may be blank', async () => {
  const read = await readText(
    '#Waluta;\nPLN;\n\n#Numer rachunku;\n12 1140 2004 0000 3102 1234 5678;\n\n#Saldo początkowe;100,00 PLN;\n\n' +
      '#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;\n' +
      `2024-01-15;2024-01-16;ZAKUP KARTĄ;"SKLEP 123";"  ";'';-45,50;54,50;\n` +
      `2024-01-16;2024-01-16;PRZELEW;"PENSJA";"ACME SP Z O O";'12345678901234567890123456';1 000,00;1 054,50;\n\n;;;;;;#Saldo końcowe;1 054,50 PLN;\n`,
    eur,
  )
  expect(lines(read)).toEqual(['2024-01-16 -45.50 SKLEP 123', '2024-01-16 1000.00 ACME SP Z O O'])
  expect(read.summary).toMatchObject({
    accounts: [
      {
        sourceAccountId: '12 1140 2004 0000 3102 1234 5678',
        currency: 'PLN',
        opening: { minor: 10000n },
        ledger: { minor: 105450n, asOf: '2024-01-16' },
      },
    ],
    problems: [{ code: 'balance_row' }],
  })
})

it('never takes the account of the other side for one’s own (DKB until 2023)', async () => {
  const read = await readText(
    '"Kontonummer:";"DE12120300001234567890 / Girokonto";\n\n"Von:";"01.01.2023";\n"Bis:";"31.01.2023";\n\n' +
      '"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";\n' +
      '"16.01.2023";"16.01.2023";"Lastschrift";"Markt GmbH";"Einkauf";"DE99100000001111111111";"MARKDEF1100";"-23,45";\n' +
      '"15.01.2023";"15.01.2023";"Lohn";"ACME GMBH";"Gehalt";"DE98100000002222222222";"MARKDEF1100";"2.500,00";\n',
    eur,
  )
  expect(lines(read)).toEqual(['2023-01-16 -23.45 Markt GmbH', '2023-01-15 2500.00 ACME GMBH'])
  expect(read.summary.accounts).toMatchObject([
    { sourceAccountId: 'DE12120300001234567890', name: 'Girokonto', currency: 'EUR' },
  ])
})

it('takes the sender of what comes in and the recipient of what goes out for the payee (DKB since 2023)', async () => {
  const read = await readText(
    '"Girokonto";"DE12120300001234567890"\n"Zeitraum:";"01.01.2024 - 31.01.2024"\n"Kontostand vom 31.01.2024:";"1.234,56 €"\n""\n' +
      '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Kundenreferenz"\n' +
      '"16.01.24";"16.01.24";"Gebucht";"ISSUER";"Markt GmbH";"Einkauf";"Ausgang";"DE99100000001111111111";"-23,45";"K-1"\n' +
      '"15.01.24";"15.01.24";"Gebucht";"ACME GMBH";"Jana Muster";"Gehalt";"Eingang";"DE98100000002222222222";"2.500,00";""\n' +
      '"14.01.24";"";"Vorgemerkt";"Jana Muster";"";"Abschlag";"Ausgang";"";"-50";""\n',
    eur,
  )
  expect(lines(read)).toEqual([
    '2024-01-16 -23.45 Markt GmbH',
    '2024-01-15 2500.00 ACME GMBH',
    '2024-01-14 -50.00 Abschlag',
  ])
  expect(read.rows[2]?.status).toBe('pending')
  expect(read.summary.accounts).toMatchObject([
    {
      sourceAccountId: 'DE12120300001234567890',
      currency: 'EUR',
      ledger: { minor: 123456n, asOf: '2024-01-31' },
    },
  ])
})

it('reads a card’s masked number, and does not turn charges over because deposits are as many', async () => {
  const read = await readText(
    '"Karte";"Visa Kreditkarte";"4998 •••• •••• 1234"\n""\n"Saldo vom 31.01.2024:";"-120,50 EUR"\n""\n' +
      '"Belegdatum";"Wertstellung";"Status";"Beschreibung";"Umsatztyp";"Betrag (€)"\n' +
      '"20.01.24";"22.01.24";"Gebucht";"BUCHLADEN";"Im Geschäft";"-20,50"\n"02.01.24";"02.01.24";"Gebucht";"Einzahlung";"Einzahlung";"100,00"\n"03.01.24";"03.01.24";"Gebucht";"Einzahlung";"Einzahlung";"10,00"\n',
    eur,
  )
  expect(read.rows.map((row) => row.minor)).toEqual([-2050n, 10000n, 1000n])
  expect(read.summary.accounts).toMatchObject([{ last4: '1234', type: 'credit_card', currency: 'EUR' }])
})

it('gives a balance without a day above the table the day of the newest row when both are the same', async () => {
  const ledger = async (above: string) =>
    (
      await readText(
        `IBAN;DE12500105170123456789\nSaldo;${above};EUR\n\nBuchung;Auftraggeber/Empfänger;Saldo;Währung;Betrag\n05.01.2024;ACME;1.234,56;EUR;2.500,00\n03.01.2024;Markt;-1.265,44;EUR;-23,45\n`,
      )
    ).summary.accounts[0]?.ledger
  expect(await ledger('1.234,56')).toEqual({ minor: 123456n, asOf: '2024-01-05' })
  expect(await ledger('999,00')).toEqual({ minor: 99900n, asOf: null })
})

it('reads number, balance and day that share a cell with their labels', async () => {
  const read = await readText(
    'Compte de Dépôt carte n° 12345678901;\nSolde au 31/01/2024 1 234,56 €\n\nDate;Libellé;Débit euros;Crédit euros;\n15/01/2024;CB;12,34;;\n',
    eur,
  )
  expect(read.summary.accounts).toMatchObject([
    { sourceAccountId: '12345678901', currency: 'EUR', ledger: { minor: 123456n, asOf: '2024-01-31' } },
  ])
})

it('prefers an IBAN to another number beside it, takes a bare period, and no number of a customer', async () => {
  const table =
    'Buchungstag;Wert;Verwendungszweck;Betrag\n3.1.2024;3.1.2024;Strom;-85,00\n15.1.2024;15.1.2024;Gehalt;2.500,00\n'
  const giro = await readText(
    `Konto;Kontonummer;IBAN;Währung\nGiro;123 1234567 00;DE12 1001 0010 0123 4567 89;CHF\n\n1.1.2024 - 31.1.2024\n${table}`,
    eur,
  )
  expect(giro.summary.accounts).toMatchObject([
    {
      sourceAccountId: 'DE12 1001 0010 0123 4567 89',
      currency: 'CHF',
      period: { from: '2024-01-01', to: '2024-01-31' },
    },
  ])
  const customer = await readText(`Umsätze Konto;;;Kundennummer: 123 1234567\n${table}`, eur)
  expect(customer.summary.accounts[0]?.sourceAccountId).toBeNull()
})

it('takes the label of another line for no name, and numbers under "Compte" for accounts', async () => {
  const above = await readText(
    'Extracto de cuenta\nCuenta: ES91 2100 0418 4502 0005 1332\nFecha;Concepto;Importe\n25/01/2024;A;-12,00\n26/01/2024;B;2.000,00\n',
    eur,
  )
  expect(above.summary.accounts).toMatchObject([
    { sourceAccountId: 'ES91 2100 0418 4502 0005 1332', name: null },
  ])
  const column = await readText(
    'Compte;Date;Libellé;Débit;Crédit\nFR7612345678901234567890123;25/01/2024;A;-12,00;\nFR7612345678901234567890123;26/01/2024;B;;2 000,00\n',
    eur,
  )
  expect(column.summary.accounts).toMatchObject([
    { sourceAccountId: 'FR7612345678901234567890123', name: null },
  ])
})
