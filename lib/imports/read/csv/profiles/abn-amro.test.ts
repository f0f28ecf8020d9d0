import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads the tab separated file without headers, with the other side out of its text', async () => {
  const read = await readText(
    '123456789\tEUR\t20240103\t1000,00\t987,66\t20240103\t-12,34\t/TRTP/SEPA INCASSO/CSID/NL01ZZZ/NAME/Stroom BV/MARF/X1/REMI/Termijn/IBAN/NL22ABNA0001234567\n' +
      '123456789\tEUR\t20240105\t987,66\t2487,66\t20240105\t1500,00\tSEPA Overboeking                 IBAN: NL21RABO0001234567        Naam: Werkgever BV               Omschrijving: salaris\n' +
      '123456789\tEUR\t20240106\t2487,66\t2475,16\t20240106\t-12,50\tBEA, Betaalpas                   Kaas & Zo 1234,PAS123        NR:AB1234 06.01.24/12:30         AMSTERDAM\n' +
      '123456789\tEUR\t20240107\t2475,16\t2470,16\t20240107\t-5,00\tPAKKETVERZ. POLISNR 1\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'abn-amro',
    accounts: [{ sourceAccountId: '123456789', currency: 'EUR', ledger: { minor: 247016n } }],
  })
  expect(lines(read)).toEqual([
    '2024-01-03 -12.34 Stroom BV',
    '2024-01-05 1500.00 Werkgever BV',
    '2024-01-06 -12.50 Kaas & Zo 1234',
    '2024-01-07 -5.00 PAKKETVERZ. POLISNR 1',
  ])
})
