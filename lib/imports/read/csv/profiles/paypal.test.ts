import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

const header =
  '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","Transaction ID","Balance","Balance Impact"\n'

it('reads PayPal by Net, one account for each currency, and leaves out what moves no balance', async () => {
  const read = await readText(
    `${header}"29/12/2015","07:45","PST","PARTNER","Payment","Completed","USD","84.00","-4.25","79.75","T1","79.75","Credit"\n` +
      '"30/12/2015","07:45","PST","","General Currency Conversion","Completed","EUR","43.34","0.00","43.34","T2","43.34","Credit"\n' +
      '"30/12/2015","07:45","PST","Shop","General Authorization","Pending","USD","-9.00","0.00","-9.00","T3","79.75","Memo"\n' +
      '"30/12/2015","07:45","PST","Shop","Payment","Denied","USD","-9.00","0.00","-9.00","T4","79.75",""\n' +
      '"31/12/2015","07:45","PST","","General Withdrawal","Pending","USD","-79.75","0.00","-79.75","T5","0.00","Debit"\n' +
      '"31/12/2015","07:45","PST","Shop","eCheck","Pending","USD","-1,000.00","0.00","-1,000.00","T6","0.00","Debit"\n',
  )
  expect(read.summary).toMatchObject({ profile: 'paypal', skipped: 2 })
  expect(read.summary.accounts.map(({ key, currency, ledger }) => [key, currency, ledger?.minor])).toEqual([
    ['USD', 'USD', 0n],
    ['EUR', 'EUR', 4334n],
  ])
  expect(lines(read)).toEqual([
    '2015-12-29 79.75 PARTNER',
    '2015-12-30 43.34 General Currency Conversion',
    '2015-12-31 -79.75 General Withdrawal',
    '2015-12-31 -1000.00 Shop',
  ])
  expect(read.rows.map((row) => [row.account, row.externalId, row.status])).toEqual([
    ['USD', 'T1', 'posted'],
    ['EUR', 'T2', 'posted'],
    ['USD', 'T5', 'posted'],
    ['USD', 'T6', 'pending'],
  ])
})

it('reads undecidable days by the time zone, and says so', async () => {
  const row = (zone: string) =>
    `${header}"04/06/2016","1","${zone}","N","P","Completed","USD","1","0","1.00","T","1.00",""\n`
  const american = await readText(row('PDT'))
  expect(lines(american)).toEqual(['2016-04-06 1.00 N'])
  expect(american.summary.problems.map(({ code }) => code)).toEqual(['date_order_assumed'])
  expect(lines(await readText(row('CET')))).toEqual(['2016-06-04 1.00 N'])
})

it.each([
  [
    'German',
    'Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Transaktionscode,Guthaben,Auswirkung auf Guthaben',
    ['Abgeschlossen', 'Ausstehend', 'Memo', 'Soll'],
  ],
  [
    'French',
    'Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,Numéro de transaction,Solde,Impact sur le solde',
    ['Terminé', 'En attente', 'Mémo', 'Débit'],
  ],
])('reads the activity in %s', async (_language, headers, [done, waiting, memo, debit]) => {
  const read = await readText(
    `${headers}\n13.07.2026,10:00:00,CET,Shop,Zahlung,${done},EUR,"-1.010,00","0,00","-1.010,00",T1,"5,00",${debit}\n` +
      `13.07.2026,10:00:00,CET,Shop,Zahlung,${waiting},EUR,"-2,00","0,00","-2,00",T2,"3,00",${debit}\n` +
      `13.07.2026,10:00:00,CET,Shop,Autorisierung,${done},EUR,"-9,00","0,00","-9,00",T3,"3,00",${memo}\n`,
  )
  expect(read.summary).toMatchObject({ profile: 'paypal', skipped: 1 })
  expect(lines(read)).toEqual(['2026-07-13 -1010.00 Shop', '2026-07-13 -2.00 Shop'])
  expect(read.rows.map((row) => row.status)).toEqual(['posted', 'pending'])
})

it('names a German row without a name by what it is, and takes dotted days for sure', async () => {
  const read = await readText(
    '"Datum","Uhrzeit","Zeitzone","Beschreibung","Währung","Brutto","Entgelt","Netto","Guthaben","Transaktionscode","Name"\n' +
      '"03.01.2024","10:11:12","CET","Bankgutschrift auf PayPal-Konto","EUR","12,34","0,00","12,34","0,00","2AB",""\n',
  )
  expect(lines(read)).toEqual(['2024-01-03 12.34 Bankgutschrift auf PayPal-Konto'])
  expect(read.summary.problems).toEqual([])
})
