import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('takes the fee off, the started date for pending rows, and leaves reverted ones out', async () => {
  const read = await readText(
    'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n' +
      'TRANSFER,Current,2022-01-02 12:16:54,2022-01-03 12:16:55,To Guy,-250.00,1.50,EUR,COMPLETED,442.67\n' +
      'CARD_PAYMENT,Current,2022-01-13 11:21:43,,store,-44.57,0.00,EUR,PENDING,\nCARD_PAYMENT,Current,2022-01-14 11:21:43,,no,-1.00,0.00,EUR,REVERTED,\n',
  )
  expect(read.summary).toMatchObject({ profile: 'revolut', accounts: [{ currency: 'EUR' }], skipped: 1 })
  expect(lines(read)).toEqual(['2022-01-03 -251.50 To Guy', '2022-01-13 -44.57 store'])
  expect(read.rows[1]?.status).toBe('pending')
})

it('reads the headers of a person who uses the app in German, French or Spanish', async () => {
  const headers = [
    'Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Saldo',
    'Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,Solde',
    'Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,Comisión,Divisa,State,Saldo',
  ]
  for (const header of headers) {
    const read = await readText(
      `${header}\nX,Y,2024-01-02 10:00:00,2024-01-03 11:00:00,Top-up,100.00,1.00,EUR,COMPLETED,188.50\n`,
    )
    expect(read.summary.profile).toBe('revolut')
    expect(lines(read)).toEqual(['2024-01-03 99.00 Top-up'])
  }
})

it.each([
  [
    'Dutch',
    'Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Status,Saldo',
    'IN BEHANDELING',
  ],
  [
    'Italian',
    'Tipo,Prodotto,Data di inizio,Data di completamento,Descrizione,Importo,Costo,Valuta,State,Saldo',
    'IN SOSPESO',
  ],
  ['words nobody told us', 'Xa,Xb,Xc,Xd,Xe,Xf,Xg,Xh,Xi,Xj', 'XYZ'],
])('knows its ten columns by what they hold, in %s', async (_language, header, pending) => {
  const read = await readText(
    `${header}\nK,B,2024-01-02 12:16:54,2024-01-03 12:16:55,Shop,-25.00,0.50,EUR,DONE,442.67\nK,B,2024-01-04 12:16:54,,Bar,-5.00,0.00,EUR,${pending},\n`,
  )
  expect(read.summary.profile).toBe('revolut')
  expect(lines(read)).toEqual(['2024-01-03 -25.50 Shop', '2024-01-04 -5.00 Bar'])
  expect(read.rows.map((row) => row.status)).toEqual(['posted', 'pending'])
})

it('reads dotted days and leaves what was taken back out', async () => {
  const read = await readText(
    'Rodzaj;Produkt;Data rozpoczęcia;Data zrealizowania;Opis;Kwota;Opłata;Waluta;State;Saldo\n' +
      'K;B;02.01.2024 12:16;03.01.2024 12:16;Sklep;-25,00;0,50;PLN;ZAKOŃCZONO;442,67\nK;B;04.01.2024 12:16;;Nie;-7,00;0,00;PLN;COFNIĘTO;\n',
  )
  expect(lines(read)).toEqual(['2024-01-03 -25.50 Sklep'])
  expect(read.summary).toMatchObject({ accounts: [{ currency: 'PLN' }], skipped: 1 })
})

it('takes the total in the currency of payment from a company’s list', async () => {
  const read = await readText(
    'Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,Card number,Orig currency,Orig amount,Payment currency,Amount,Total amount,Exchange rate,Fee,Fee currency,Balance,Account\n' +
      '2024-01-02,2024-01-03,65a1,CARD_PAYMENT,COMPLETED,Hosting,,Jane,**** 1234,USD,-20.00,EUR,-18.50,-18.70,0.92,-0.20,EUR,981.30,EUR Main\n',
  )
  expect(lines(read)).toEqual(['2024-01-03 -18.70 Hosting'])
  expect(read.summary.accounts).toMatchObject([{ name: 'EUR Main', currency: 'EUR', type: 'checking' }])
})
