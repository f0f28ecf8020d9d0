import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { importStatement } from './mutations.ts'
import { fileSource } from './read/file-source.ts'
import { readStatement } from './read/read-statement.ts'

const folder = resolve(import.meta.dirname, '../../../shared/samples')
const statements = /\.(?:ofx|qfx|qif|csv|tsv|txt|xml|sta|mt940|940|xlsx|xls)$/i

const samples = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statements.test(path) && !/hostile|expected/.test(path))
      .sort()
  : []

if (samples.length === 0 && process.env.CI) throw new Error(`The sample files are missing: ${folder}`)
if (samples.length === 0)
  process.stderr.write(`SKIPPED: the sample files are missing (${folder}); exactness was not checked.\n`)

type Sums = Record<string, bigint>

/** What the reader finds, per account and currency, without the store; null for a file it refuses or asks about. */
async function sumsRead(path: string): Promise<Sums | null> {
  const sums: Sums = {}
  const names = new Map<string, string>()
  try {
    await readStatement(await fileSource(path), {
      fileName: path,
      defaultCurrency: 'USD',
      onBatch: (rows, accounts) => {
        for (const account of accounts) names.set(account.key, account.currency)
        for (const row of rows) {
          const key = `${row.account} ${names.get(row.account)}`
          sums[key] = (sums[key] ?? 0n) + row.minor
        }
      },
    })
    return sums
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}

/** What the store holds, as a sorted list: an account's key is not stored. */
const sumsStored = (scope: Scope) =>
  withScope(scope, async (tx) =>
    (
      await bulk<{ currency: string; sum: string }>(
        tx,
        `select currency, sum(minor)::text as sum from transactions where household_id = $1 group by account_id, currency`,
        [scope.householdId],
      )
    ).map((row) => `${row.currency} ${row.sum}`),
  )

const asList = (sums: Sums) => Object.entries(sums).map(([key, sum]) => `${key.slice(-3)} ${sum}`)

let imported = 0
const batches = Array.from({ length: Math.ceil(samples.length / 25) }, (_, at) =>
  samples.slice(at * 25, at * 25 + 25),
)

it.skipIf(samples.length === 0).each(batches.map((batch, at) => [at + 1, batch] as const))(
  'the sum stored is the sum read, for every account and currency of samples (batch %i)',
  async (_, batch) => {
    for (const sample of batch) {
      const path = join(folder, sample)
      const read = await sumsRead(path)
      if (!read) continue
      const scope = await createHousehold({ currency: 'USD' })
      await importStatement(scope, { path, fileName: sample }, { afterWrite: async () => undefined })
      expect([sample, ...(await sumsStored(scope)).sort()]).toEqual([sample, ...asList(read).sort()])
      imported++
    }
  },
  120_000,
)

it.skipIf(samples.length === 0)('most samples are statements that could be compared', () => {
  expect(imported).toBeGreaterThan(samples.length / 2)
})
