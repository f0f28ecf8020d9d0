import { expect, test } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

const rows = [
  ['16-01-2026', '-10,00', '1954,80', '1944,80'],
  ['14-01-2026', '-45,20', '2000,00', '1954,80'],
  ['12-01-2026', '2000,00', '0,00', '2000,00'],
] as const

/** A file without headers in which the balance is that before each row, or after it. */
const file = (balance: 2 | 3, sorted: readonly (readonly string[])[]) =>
  sorted.map((row) => `${row[0]};Shop ${row[1]};${row[balance]};${row[1]}\n`).join('')

test.each([
  ['newest first', rows],
  ['oldest first', rows.toReversed()],
])('a balance before each row, %s, does not turn the signs round', async (_order, sorted) => {
  let minor: bigint[] = []
  const refusal = await refusalOf(
    readText(file(2, sorted)).then((read) => {
      minor = read.rows.map((row) => row.minor).toSorted()
    }),
  )
  expect(refusal?.code ?? minor.join()).toMatch(/^(?:needs_mapping|-1000,-4520,200000)$/)
})

test('a balance after each row still proves the amount', async () => {
  expect(lines(await readText(file(3, rows))).at(-1)).toMatch(/^2026-01-12 2000\.00/)
})

test('a running balance still proves that charges are printed as positive numbers', async () => {
  const read = await readText(
    'Date,Name,Amount,Balance\n2026-01-12,A,-20.00,120.00\n2026-01-14,B,5.00,115.00\n2026-01-16,C,1.00,114.00\n',
  )
  expect(read.rows.map((row) => row.minor)).toEqual([2000n, -500n, -100n])
})
