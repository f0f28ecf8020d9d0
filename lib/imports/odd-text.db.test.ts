import { expect, it } from 'vitest'
import { createHousehold } from '#db/testing/household.ts'
import { importStatement } from './mutations.ts'

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

it('stores a file whose texts are cut in the middle of a character', async () => {
  const scope = await createHousehold()
  const rows = [20, 39, 40, 60, 80].flatMap((length) => [
    `2026-03-02,Cafe,-4.50`,
    `2026-03-03,Bad,${'a'.repeat(length - 1)}😀b`,
    `${'b'.repeat(length - 1)}😀b,Bad,-1.00`,
  ])
  const long = `2026-03-04,${'c'.repeat(1999)}😀 end,-7.00`
  const text = `Date,Description,Amount\n${[...rows, long].join('\n')}\n`
  const input = { source: bytesOf(text), fileName: 'odd.csv' }
  const report = await importStatement(scope, input, { afterWrite: async () => undefined })
  expect(report.accounts).toMatchObject([{ new: 6, skipped: 10 }])
})
