import { expect, test } from 'vitest'
import { lines, readText } from '../../testing.ts'

test('A budget sheet with a column Account # is not an American Express card', async () => {
  const read = await readText(
    ',Date,Description,Category,Amount,Account,Account #,Institution,Full Description\n' +
      ',1/5/2026,Grocer,Food,-$45.20,Checking,xxxx1234,Some Bank,GROCER 12\n' +
      ',1/15/2026,Employer,Income,"$2,000.00",Checking,xxxx1234,Some Bank,EMPLOYER PAY\n',
  )
  expect(read.summary.profile).toBeNull()
  expect(lines(read)).toEqual(['2026-01-05 -45.20 Grocer', '2026-01-15 2000.00 Employer'])
})

test('A ledger with status, debit, credit and an amount of its own is not a Citi card', async () => {
  const read = await readText(
    'date,status,description,account,amount,credit,debit\n' +
      '2026-01-05,*,Grocer,assets:checking,-45.20,45.20,\n2026-01-15,*,Employer,assets:checking,2000.00,,2000.00\n',
  )
  expect(read.summary.profile).toBeNull()
  expect(lines(read)).toEqual(['2026-01-05 -45.20 Grocer', '2026-01-15 2000.00 Employer'])
})
