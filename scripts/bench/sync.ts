import { connections, syncRuns } from '#db/schema/connections.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import type { ProviderRow, Pull } from '#lib/connections/providers/port.ts'
import { simplefin } from '#lib/connections/providers/simplefin.ts'
import { writePull } from '#lib/connections/rows/write-pull.ts'
import { addDays } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { dropBare, makeBare, readyBatches, timeBare } from './bare-insert.ts'
import type { Bench } from './main.ts'

const rowOf = (scope: Scope, at: number): ProviderRow => ({
  accountId: 'ACT-1',
  id: `T-${at}`,
  pendingId: null,
  date: addDays(scope.today, -(at % 40)),
  transactionDate: null,
  minor: BigInt(-500 - at),
  payee: `SHOP ${at % 60}`,
  rawDescription: `SHOP ${at % 60} SEATTLE WA`,
  memo: null,
  checkNumber: null,
  status: 'posted',
  providerCategory: null,
})

export const pullOf = (scope: Scope, from: number, to: number): Pull => ({
  accounts: [
    {
      id: 'ACT-1',
      name: 'Bench Checking (1234)',
      institution: 'Bench',
      type: 'checking',
      currency: 'USD',
      last4: '1234',
      balance: { minor: 1n, available: null, asOf: scope.today },
    },
  ],
  added: Array.from({ length: to - from }, (_, at) => rowOf(scope, from + at)),
  modified: [],
  removed: [],
  listed: [],
  cursor: '1',
  notices: [],
  ready: true,
  needsReauth: false,
})

/** Milliseconds of the one transaction that stores a pull. */
export async function timedPull(scope: Scope, id: string, pull: Pull, added: number): Promise<number> {
  const runId = newId()
  const { householdId } = scope
  await withScope(scope, (tx) =>
    tx.insert(syncRuns).values({
      householdId,
      id: runId,
      connectionId: id,
      trigger: 'person',
      status: 'running',
      phase: 'writing',
      startedAt: scope.now,
    }),
  )
  const login = { id, provider: 'simplefin', institutionName: 'Bench', removalsAllowed: false }
  const start = performance.now()
  const outcome = await withScope(scope, (tx) => writePull(tx, scope, login, simplefin, pull, runId))
  const took = performance.now() - start
  if (outcome.added !== added)
    throw new Error(`The pull is wrong: ${outcome.added} rows in place of ${added}.`)
  return took
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** A login without accounts; its id. */
export async function makeLogin(scope: Scope): Promise<string> {
  const id = newId()
  const { householdId, userId, now } = scope
  await withScope(scope, (tx) =>
    tx.insert(connections).values({
      householdId,
      id,
      ownerId: userId,
      provider: 'simplefin',
      institutionName: 'Bench',
      state: 'ok',
      stateSince: now,
    }),
  )
  return id
}

/** 500 new and 500 known rows of one pull, beside a bare unnest upsert of those very rows. */
export async function run({ print }: Bench): Promise<void> {
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round++) {
    const scope = await createHousehold()
    await withScope(scope, (tx) => seedCategories(tx, scope))
    const id = await makeLogin(scope)
    await timedPull(scope, id, pullOf(scope, 0, 500), 500)
    const known = await readyBatches(scope.householdId)
    ours.push(await timedPull(scope, id, pullOf(scope, 0, 1000), 500))
    const all = await readyBatches(scope.householdId)
    await makeBare({ name: 'bench_sync', rowKeys: true, rollups: false })
    await timeBare('bench_sync', known, true)
    bare.push(await timeBare('bench_sync', all, true))
    await dropBare('bench_sync')
  }
  const [a, b] = [median(ours), median(bare)]
  print(
    `500 new + 500 known: ${a.toFixed(0)} ms, bare upsert ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(1)} (medians of 5)`,
  )
}
