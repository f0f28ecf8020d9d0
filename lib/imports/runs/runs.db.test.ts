import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { importRuns } from '#db/schema/import-runs.ts'
import { imports } from '#db/schema/imports.ts'
import { transactions } from '#db/schema/transactions.ts'
import { withOperator, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type ImportInput, type ImportOptions, importStatement } from '../mutations.ts'
import { stageUpload } from '../uploads.ts'
import { failInterruptedRuns } from './interrupted.ts'
import { cancelLive, findLive, liveBehind } from './live.ts'
import { markRunsSeen, startRun } from './mutations.ts'
import { listRuns } from './queries.ts'

type ImportFile = (
  scope: Scope,
  input: ImportInput,
  options: Omit<ImportOptions, 'afterWrite'>,
) => ReturnType<typeof importStatement>

const importFile: ImportFile = (scope, input, options) =>
  importStatement(scope, input, { ...options, afterWrite: async () => undefined })

const text = (rows: number) =>
  `Date,Description,Amount\n${Array.from({ length: rows }, (_, at) => `2026-03-${10 + (at % 19)},Shop ${at},-${at + 1}.00`).join('\n')}\n`

async function stage(scope: Scope, content = text(5), fileName = 'march.csv'): Promise<string> {
  const bytes = Buffer.from(content)
  async function* source() {
    yield new Uint8Array(bytes)
  }
  return (await stageUpload(scope, { fileName, size: bytes.length, sha256: null }, source())).id
}

const ended = (id: string) => findLive(id)?.ended
const rowsOf = (scope: Scope) => withScope(scope, (tx) => tx.$count(transactions))

/** An import that stops in the middle of its transaction until it is let go. */
function held() {
  const arrived = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const file: ImportFile = (scope, input, options) =>
    importFile(scope, input, {
      ...options,
      settle: async (tx, id) => {
        await options.settle?.(tx, id)
        arrived.resolve()
        await go.promise
      },
    })
  return { arrived: arrived.promise, go: go.resolve, file }
}

describe('a run', () => {
  it('stores a file once, however often it is started', async () => {
    const scope = await createHousehold()
    const asked = { upload: await stage(scope), request: {} }
    const options = { door: null, importFile }
    const [first, second] = await Promise.all([
      startRun(scope, asked, options),
      startRun(scope, asked, options),
    ])
    expect(second?.id).toBe(first?.id)
    await ended(first?.id ?? '')
    expect(await listRuns(scope)).toMatchObject([{ id: first?.id, state: 'done', error: null }])
    expect(await startRun(scope, asked, options)).toMatchObject({ id: first?.id, state: 'done' })
    expect(await rowsOf(scope)).toBe(5)
    await markRunsSeen(scope, { ids: [first?.id ?? ''] })
    expect(await listRuns(scope)).toEqual([])
    expect(await listRuns(scope, [first?.id ?? ''])).toHaveLength(1)
  })

  it('tells the session that began it how far it is, while the store is busy', async () => {
    const scope = await createHousehold()
    const hold = held()
    const run = await startRun(
      scope,
      { upload: await stage(scope), request: {} },
      { door: 'a door', importFile: hold.file },
    )
    await hold.arrived
    expect(liveBehind('a door')?.map((live) => live.run)).toMatchObject([
      { id: run.id, state: 'running', progress: { phase: 'finishing', done: 5, total: 5 } },
    ])
    expect(liveBehind('another door')).toBeNull()
    hold.go()
    await ended(run.id)
    expect(liveBehind('a door')).toBeNull()
  })

  it('keeps nothing when it is cancelled before it is stored, and can be started again', async () => {
    const scope = await createHousehold()
    const hold = held()
    const asked = { upload: await stage(scope), request: {} }
    const run = await startRun(scope, asked, { door: null, importFile: hold.file })
    await hold.arrived
    const live = findLive(run.id)
    expect(live && cancelLive(live)).toBe(true)
    hold.go()
    await ended(run.id)
    expect(await listRuns(scope)).toMatchObject([{ id: run.id, state: 'cancelled', importId: null }])
    expect(await rowsOf(scope)).toBe(0)
    expect(await withScope(scope, (tx) => tx.$count(imports))).toBe(0)
    const again = await startRun(scope, asked, { door: null, importFile })
    await ended(again.id)
    expect(await rowsOf(scope)).toBe(5)
  })

  it('cancels a waiting run at once and leaves the one before it alone', async () => {
    const scope = await createHousehold()
    const hold = held()
    const first = await startRun(
      scope,
      { upload: await stage(scope), request: {} },
      { door: null, importFile: hold.file },
    )
    const second = await startRun(
      scope,
      { upload: await stage(scope, text(7), 'april.csv'), request: {} },
      { door: null, importFile },
    )
    const waiting = findLive(second.id)
    expect(waiting?.run.state).toBe('queued')
    if (waiting) cancelLive(waiting)
    expect(waiting?.run.state).toBe('cancelled')
    await hold.arrived
    hold.go()
    await ended(second.id)
    const runs = await listRuns(scope)
    expect(runs.map((run) => [run.id, run.state])).toEqual([
      [first.id, 'done'],
      [second.id, 'cancelled'],
    ])
    expect(await rowsOf(scope)).toBe(5)
  })

  it('says why it failed, in the language of whoever asks', async () => {
    const scope = await createHousehold({ locale: 'vi' })
    const run = await startRun(
      scope,
      { upload: await stage(scope, '%PDF-1.4'), request: {} },
      { door: null, importFile },
    )
    await ended(run.id)
    const [failed] = await listRuns(scope)
    expect(failed).toMatchObject({ state: 'failed', importId: null })
    expect(failed?.error).toMatch(/tài liệu PDF/)
  })

  it('logs what nobody expected and tells only its number', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => log.mockRestore())
    const scope = await createHousehold()
    const broken: ImportFile = () => Promise.reject(new Error('boom'))
    const run = await startRun(
      scope,
      { upload: await stage(scope), request: {} },
      { door: null, importFile: broken },
    )
    await ended(run.id)
    const [failed] = await listRuns(scope)
    expect(failed?.error).not.toContain('boom')
    expect(failed?.error).toMatch(/\([0-9a-f]{12}\)/)
  })

  it('is over when its process fell silent, and no other household sees it', async () => {
    const scope = await createHousehold()
    const values = { userId: scope.userId, uploadId: scope.userId, fileName: 'left.csv' }
    const id = scope.householdId
    await withScope(scope, (tx) =>
      tx
        .insert(importRuns)
        .values({ ...values, id, householdId: id, state: 'running', heardAt: new Date(0) }),
    )
    expect(await listRuns(await createHousehold())).toEqual([])
    const [run] = await listRuns(scope)
    expect(run).toMatchObject({ state: 'failed', importId: null })
    expect(run?.error).toContain('Nothing of this file was kept')
  })

  it('is over when its server starts anew', async () => {
    const scope = await createHousehold()
    const id = scope.householdId
    const values = { userId: scope.userId, uploadId: scope.userId, fileName: 'left.csv' }
    await withScope(scope, (tx) =>
      tx.insert(importRuns).values({ ...values, id, householdId: id, state: 'queued', heardAt: new Date(0) }),
    )
    await failInterruptedRuns()
    const [row] = await withOperator((tx) => tx.select().from(importRuns).where(eq(importRuns.id, id)))
    expect(row?.state).toBe('failed')
  })
})
