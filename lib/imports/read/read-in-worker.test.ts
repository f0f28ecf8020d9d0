import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readInWorker } from './read-in-worker.ts'
import { borrowReader, returnReader } from './reading-process.ts'
import { refusalOf } from './testing.ts'
import type { Batch } from './types.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'read-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(text: string): Promise<string> {
  const name = path.join(folder, `${Math.random()}.csv`)
  await writeFile(name, text)
  return name
}

const hints = { fileName: 'x.csv', defaultCurrency: 'USD' }
const header = 'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\n'
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `DEBIT,01/05/2024,Shop ${i},-${i}.50,CARD,${i === 1 ? '' : `${i}.00`},\n`,
  ).join('')

it('delivers rows in batches of parallel arrays, in order, one at a time', async () => {
  const batches: Batch[] = []
  let busy = 0
  const summary = await readInWorker(
    await file(header + rows(25)),
    { ...hints, batchSize: 10 },
    async (batch) => {
      expect(++busy).toBe(1)
      await new Promise((resolve) => setImmediate(resolve))
      batches.push(batch)
      busy--
    },
  )
  expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5])
  expect(batches.map((batch) => batch.newAccounts.length)).toEqual([1, 0, 0])
  const [first] = batches
  expect(first?.payee.slice(0, 2)).toEqual(['Shop 0', 'Shop 1'])
  expect(first?.minor.slice(0, 2)).toEqual(BigInt64Array.of(-50n, -150n))
  expect(first?.line.slice(0, 2)).toEqual(Int32Array.of(2, 3))
  expect(first?.runningBalance.slice(0, 3)).toEqual([0n, null, 200n])
  expect(first?.memo).toEqual(new Array(10).fill(null))
  expect([first?.account[0], first?.date[0], first?.status[0]]).toEqual(['USD', '2024-01-05', 'posted'])
  expect(summary).toMatchObject({ format: 'csv', profile: 'chase', rows: 25 })
})

it('passes refusals and questions on with everything they carry', async () => {
  expect(await refusalOf(readInWorker(await file('<html>'), hints, () => {}))).toMatchObject({
    code: 'invalid',
    key: 'imports.errors.webPage',
  })
  const question = await refusalOf(
    readInWorker(await file('Date,Description,Amount\n01/02/2026,A,-1\n'), hints, () => {}),
  )
  expect(question).toMatchObject({
    code: 'needs_mapping',
    extra: { candidates: { dateOrder: ['mdy', 'dmy'] } },
  })
})

it('ends with the error of the consumer', async () => {
  const reading = readInWorker(await file(header + rows(25)), { ...hints, batchSize: 10 }, () => {
    throw new Error('disk full')
  })
  await expect(reading).rejects.toThrow('disk full')
})

it('can be cancelled, and gives a silent read up', async () => {
  const controller = new AbortController()
  const name = await file(header + rows(50))
  const cancelled = readInWorker(name, { ...hints, batchSize: 5, signal: controller.signal }, () =>
    controller.abort(),
  )
  expect(await refusalOf(cancelled)).toMatchObject({ key: 'imports.errors.cancelled' })
  expect(await refusalOf(readInWorker(name, { ...hints, stallMillis: 1 }, () => {}))).toMatchObject({
    key: 'imports.errors.stalled',
  })
})

it('does not hold a slow start of its process against the file', async () => {
  const reader = borrowReader()
  returnReader(reader)
  reader.kill('SIGSTOP')
  setTimeout(() => reader.kill('SIGCONT'), 4000)
  const name = await file(header + rows(5))
  expect(await readInWorker(name, { ...hints, stallMillis: 3000 }, () => {})).toMatchObject({ rows: 5 })
})

it.each(['SIGABRT', 'SIGKILL'] as const)(
  'refuses a file that ends its reader (%s), and reads on',
  async (by) => {
    const reader = borrowReader()
    returnReader(reader)
    const name = await file(header + rows(50))
    const ended = readInWorker(name, { ...hints, batchSize: 5 }, () => void reader.kill(by))
    expect(await refusalOf(ended)).toMatchObject({ code: 'invalid', key: 'imports.errors.tooHeavy' })
    expect(await readInWorker(name, hints, () => {})).toMatchObject({ rows: 50 })
  },
)

it('refuses a file whose reader holds more memory than it may', async () => {
  const name = await file(header + rows(200_000))
  expect(await refusalOf(readInWorker(name, { ...hints, maxMemory: 1 }, () => {}))).toMatchObject({
    key: 'imports.errors.tooHeavy',
  })
})

it('refuses a file of more rows than may be held', async () => {
  const name = await file(header + rows(25))
  const reading = (maxRows: number) => readInWorker(name, { ...hints, batchSize: 10, maxRows }, () => {})
  expect(await refusalOf(reading(24))).toMatchObject({ key: 'imports.errors.tooHeavy' })
  expect(await reading(25)).toMatchObject({ rows: 25 })
})
