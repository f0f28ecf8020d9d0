import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('recognises Wells Fargo by its shape', async () => {
  const read = await readText(
    '"01/02/2026","-54.21","*","","GROCERS"\n"01/08/2026","-300.00","*","1201","CHECK # 1201"\n"01/09/2026","1,850.00","*","*","PAY"\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'wells-fargo',
    accounts: [{ type: 'checking', currency: 'USD' }],
  })
  expect(lines(read)).toEqual([
    '2026-01-02 -54.21 GROCERS',
    '2026-01-08 -300.00 CHECK # 1201',
    '2026-01-09 1850.00 PAY',
  ])
  expect(read.rows.map((row) => row.checkNumber)).toEqual([null, '1201', null])
})

it('reads the newer layout with headers', async () => {
  const read = await readText(
    '"DATE","DESCRIPTION","AMOUNT","CHECK #","STATUS"\n"01/02/2026","GROCERS","-54.21","","Posted"\n',
  )
  expect(read.summary.profile).toBe('wells-fargo')
  expect(lines(read)).toEqual(['2026-01-02 -54.21 GROCERS'])
})
