import { parentPort, workerData } from 'node:worker_threads'
import { isAppError } from '#lib/core/errors.ts'
import { readStatement } from '#lib/imports/read/read-statement.ts'
import type { ReadAccount, ReadRow } from '#lib/imports/read/types.ts'
import { blockSize, type Mutant, mutants, readSamples } from './mutate.ts'

export type FuzzOrder = {
  folder: string
  formats: string[]
  seed: number
  from: number
  to: number
  now: Int32Array
}
export type FuzzNews =
  | { kind: 'finding'; run: number; name: string; problem: string; bytes: Uint8Array }
  | { kind: 'done' }

const answers = new Set(['invalid', 'needs_mapping', 'too_large'])

/** What is wrong with how a mutant was read; null when it was read or refused in good order. */
async function problemOf({ name, bytes }: Mutant, outcomes: Int32Array): Promise<string | null> {
  let rows = 0
  let broken: string | null = null
  const check = (batch: ReadRow[], accounts: ReadAccount[]): void => {
    rows += batch.length
    for (const row of batch) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(row.date) || typeof row.minor !== 'bigint')
        broken = `a row without day or amount: line ${row.line}`
      if (!accounts.some((account) => account.key === row.account)) broken = 'a row of no account'
    }
  }
  try {
    const summary = await readStatement([bytes], { fileName: name, defaultCurrency: 'USD', onBatch: check })
    outcomes[1] = (outcomes[1] ?? 0) + 1
    outcomes[2] = (outcomes[2] ?? 0) + rows
    if (summary.rows !== rows) return `${rows} rows came, ${summary.rows} were counted`
    return broken
  } catch (error) {
    if (isAppError(error) && answers.has(error.code)) return null
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const { folder, formats, seed, from, to, now } = workerData as FuzzOrder
const samples = readSamples(folder, formats)
const post = (news: FuzzNews): void => parentPort?.postMessage(news)

for (let block = Math.floor(from / blockSize); block * blockSize < to; block++) {
  let run = block * blockSize
  for (const mutant of mutants(samples, seed, block)) {
    if (run >= from && run < to) {
      Atomics.store(now, 0, run)
      const problem = await problemOf(mutant, now)
      if (problem) post({ kind: 'finding', run, name: mutant.name, problem, bytes: mutant.bytes })
    }
    run++
  }
  await new Promise((resolve) => setImmediate(resolve))
}
Atomics.store(now, 0, to)
post({ kind: 'done' })
