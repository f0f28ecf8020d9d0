import { openSync, writeSync } from 'node:fs'
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
  /** Holds what run this process is at, whatever becomes of it. */
  mailbox: string
}
export type FuzzNews =
  | { kind: 'finding'; run: number; name: string; problem: string }
  | { kind: 'done'; read: number; rows: number }

const answers = new Set(['invalid', 'needs_mapping', 'too_large'])

const counts = { read: 0, rows: 0 }

/** The bytes as a file gives them. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  const piece = 256 * 1024
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
}

/** What is wrong with how a mutant was read; null when it was read or refused in good order. */
async function problemOf({ name, bytes }: Mutant): Promise<string | null> {
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
    const summary = await readStatement(piecesOf(bytes), {
      fileName: name,
      defaultCurrency: 'USD',
      onBatch: check,
    })
    counts.read++
    counts.rows += rows
    if (summary.rows !== rows) return `${rows} rows came, ${summary.rows} were counted`
    return broken
  } catch (error) {
    if (isAppError(error) && answers.has(error.code)) return null
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const order = JSON.parse(process.argv[2] ?? '{}') as FuzzOrder
const { folder, formats, seed, from, to } = order
const samples = readSamples(folder, formats)
const mailbox = openSync(order.mailbox, 'w')
const post = (news: FuzzNews): void => void process.send?.(news)

for (let block = Math.floor(from / blockSize); block * blockSize < to; block++) {
  let run = block * blockSize
  for (const mutant of mutants(samples, seed, block)) {
    if (run >= from && run < to) {
      writeSync(mailbox, String(run).padEnd(12), 0)
      const problem = await problemOf(mutant)
      if (problem) post({ kind: 'finding', run, name: mutant.name, problem })
    }
    run++
  }
  await new Promise((resolve) => setImmediate(resolve))
}
writeSync(mailbox, String(to).padEnd(12), 0)
process.send?.({ kind: 'done', ...counts } satisfies FuzzNews, undefined, undefined, () => process.exit(0))
