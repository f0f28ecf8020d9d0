import { expect, test } from 'vitest'
import { lines, readText } from '../testing.ts'

const read = (text: string) => readText(text, { defaultCurrency: 'EUR' })

test('names of sender and recipient under longer headers are told apart', async () => {
  const file = await read(
    'Data transakcji;Data księgowania;Nazwa nadawcy;Nazwa odbiorcy;Szczegóły transakcji;Kwota operacji\n' +
      '13-01-2026;14-01-2026;JAN KOWALSKI;SKLEP;Karta;-45,20\n12-01-2026;12-01-2026;PRACA;JAN KOWALSKI;Pensja;2000,00\n',
  )
  expect(lines(file)).toEqual(['2026-01-14 -45.20 SKLEP', '2026-01-12 2000.00 PRACA'])
})

test('a card export in another language prints charges as positive numbers too', async () => {
  const file = await read(
    'Datum,Beschreibung,Karteninhaber,Konto #,Betrag\n14/01/2026,MARKT,ANN,-41003,"45,20"\n' +
      '15/01/2026,ZAHLUNG ERHALTEN. BESTEN DANK.,ANN,-41003,"-100,00"\n16/01/2026,BAHN,ANN,-41003,"30,00"\n',
  )
  expect(lines(file)).toEqual([
    '2026-01-14 -45.20 MARKT',
    '2026-01-15 100.00 ZAHLUNG ERHALTEN. BESTEN DANK.',
    '2026-01-16 -30.00 BAHN',
  ])
  expect(file.summary.accounts[0]?.type).toBe('credit_card')
})

test.each([
  ['Reskontradatum;Transaktionsdatum;Text;Belopp\n2026-01-14;2026-01-13;X;-45,20\n'],
  ['Date,Date entered,Description,Amount\n13/01/2026,14/01/2026,X,-45.20\n'],
  ['Time,Description,Total (AUD),Settled Date\n2026-01-13T10:11:12+11:00,X,-45.20,2026-01-14\n'],
  [
    'Könyvelés dátuma;Értéknap;Összeg;Devizanem;Ellenoldali név;Egyenleg\n2026.01.14;2026.01.13;-45,20;EUR;X;1,00\n',
  ],
  [
    'Дата операции;Дата платежа;Сумма операции;Валюта операции;Сумма платежа;Валюта платежа;Описание\n13.01.2026;14.01.2026;-50,00;USD;-45,20;EUR;X\n',
  ],
  ['取引日,出金額(円),入金額(円),残高(円),取引内容\n2026/01/14,45.20,,100,X\n2026/01/15,,1,101,Y\n'],
  ['Tanggal Transaksi,Keterangan,Jumlah,Saldo\n14/01/2026,X,45.20 DB,100.00\n'],
])('reads the day of booking, the payee and the amount of %s', async (text) => {
  expect(lines(await read(text))[0]).toMatch(/^2026-01-14 -45(?:\.20)? X$/)
})
