import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads U.S. Bank, its check numbers, and drops the memo with card digits', async () => {
  const read = await readText(
    '"Date","Transaction","Name","Memo","Amount"\n' +
      '"2024-08-01","DEBIT","AMAZON","Download from usbank.com.4738","-15.30"\n"2024-08-02","2041","CHECK","note","-400.00"\n',
  )
  expect(read.summary.profile).toBe('us-bank')
  expect(lines(read)).toEqual(['2024-08-01 -15.30 AMAZON', '2024-08-02 -400.00 CHECK'])
  expect(read.rows.map((row) => [row.checkNumber, row.memo])).toEqual([
    [null, null],
    ['2041', 'note'],
  ])
  expect(
    JSON.stringify(read.rows, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
  ).not.toContain('4738')
})
