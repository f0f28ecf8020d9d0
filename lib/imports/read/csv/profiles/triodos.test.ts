import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads rows without headers: own account, direction in words, the other side as payee', async () => {
  const read = await readText(
    '"03-01-2024","NL01TRIO0123456789","12,34","Debet","Winkel De Hoek","NL20INGB0001234567","BA","boodschappen","1.000,00"\n' +
      '"04-01-2024","NL01TRIO0123456789","1.500,00","Credit","Werkgever BV","","ET","salaris","2.500,00"\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'triodos',
    accounts: [
      {
        sourceAccountId: 'NL01TRIO0123456789',
        currency: 'EUR',
        ledger: { minor: 250000n, asOf: '2024-01-04' },
      },
    ],
  })
  expect(lines(read)).toEqual(['2024-01-03 -12.34 Winkel De Hoek', '2024-01-04 1500.00 Werkgever BV'])
  expect(read.rows[0]).toMatchObject({ externalId: null, rawDescription: 'Winkel De Hoek boodschappen' })
})
