import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads Bank of America below its summary and leaves the opening balance out', async () => {
  const read = await readText(
    'Description,,Summary Amt.\nBeginning balance as of 02/01/2026,,"3,410.22"\n\nDate,Description,Amount,Running Bal.\n' +
      '02/01/2026,Beginning balance as of 02/01/2026,,"3,410.22"\n02/02/2026,"GROCERS",-86.14,"3,324.08"\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'bank-of-america',
    skipped: 1,
    problems: [{ line: 5, code: 'balance_row' }],
  })
  expect(lines(read)).toEqual(['2026-02-02 -86.14 GROCERS'])
})
