import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads a column for each currency, and several accounts', async () => {
  const read = await readText(
    '"Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"\n' +
      'Chequing,01234-1234567,1/3/2024,,"COFFEE","",-12.34,\nVisa,4512123412341234,1/16/2024,,"BOOKS","",,-20.00\n',
  )
  expect(lines(read)).toEqual(['2024-01-03 -12.34 COFFEE', '2024-01-16 -20.00 BOOKS'])
  expect(read.summary).toMatchObject({
    profile: 'rbc',
    accounts: [
      { sourceAccountId: '01234-1234567', currency: 'CAD', type: 'checking' },
      { last4: '1234', currency: 'USD', type: 'credit_card' },
    ],
  })
})
