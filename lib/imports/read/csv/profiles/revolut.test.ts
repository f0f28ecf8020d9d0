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
