import { setTimeout } from 'node:timers/promises'
import { closeConnections } from '#db/client.ts'
import { bulk, withScope } from '#db/scope.ts'
import { ledgerOf, linkedWorld, truthOf } from '#lib/connections/testing/linked.ts'
import { lostNotes, noteOne } from '#lib/connections/testing/notes.ts'
import { simulatedBank } from '#lib/connections/testing/simulated-bank.ts'
import { beginTrouble, endTrouble, seeded } from '#lib/connections/testing/trouble.ts'
import type { Scope } from '#lib/core/scope.ts'
import { rollupsAndEntries } from '#lib/transactions/testing/ledger.ts'
import type { Chosen, Place } from './place.ts'
import { startSyncer } from './syncer.ts'

/** The newest sync and where the login's cursor is: they change with the rows or not at all. */
async function lastRunOf(scope: Scope): Promise<{ run: string; status: string; cursor: string }> {
  const [row] = await withScope(scope, (tx) =>
    bulk<{ run: string; status: string; cursor: string }>(
      tx,
      `select r.id::text as run, r.status, coalesce(c.cursor, '') as cursor from sync_runs r
       join connections c on c.household_id = r.household_id and c.id = r.connection_id
       where r.household_id = $1 order by r.id desc limit 1`,
      [scope.householdId],
    ),
  )
  return row ?? { run: '', status: 'none', cursor: '' }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const victims = ['syncer', 'database', 'both'] as const
const points = ['begun', 'asked', 'written', 'written', 'ended'] as const

/**
 * Days of trouble at a simulated bank; most days the process that syncs, the database, or both are killed at a moment of
 * the sync. Whether each left all or nothing, and the next sync brought the bank's truth with every note where it was.
 */
export async function strikeSyncs(place: Place, { kills, seed, print }: Chosen): Promise<boolean> {
  const below = seeded(seed)
  const bank = simulatedBank('2026-01-05')
  const here = await linkedWorld(bank)
  const { scope, simulator, connectionId } = here
  const start = () => startSyncer(`${scope.userId}@example.test`, connectionId, simulator.origin)
  let syncer = await start()
  const noted = new Map<string, string>()
  const outcome = { nothing: 0, whole: 0, half: 0, untrue: 0, notesLost: 0 }
  const told = () =>
    `${outcome.nothing} left nothing, ${outcome.whole} left all, ${outcome.half} left half; after the next sync ${outcome.untrue} ledgers were not the bank's, ${outcome.notesLost} notes were lost`
  const started = Date.now()
  let [days, done, lasts] = [0, 0, 200]

  for (; done < kills; days++) {
    beginTrouble(bank, simulator, below)
    const before = { ledger: await ledgerOf(scope), ...(await lastRunOf(scope)) }
    const victim = victims[done % victims.length]
    const point = points[below(points.length)]
    // Right at a point or a little after it, or anywhere in the rest of the sync.
    const delay = (below(1000) / 1000) * (below(2) === 0 ? 3 : lasts)
    let killed: number | undefined
    let falling: Promise<void> | undefined
    const reach = (reached: string): void => {
      if (reached !== point || falling) return
      falling = setTimeout(delay).then(() => {
        if (victim !== 'syncer') killed = place.kill()
        if (victim !== 'database') syncer.kill()
      })
    }
    const chaos = bank.beforeAnswer
    bank.beforeAnswer = () => {
      chaos()
      reach('asked')
    }
    const begun = performance.now()
    const how = await syncer.sync(bank.today, 15, reach)
    // A late blow falls after the sync has ended: what is looked at next must not be hit by it.
    await falling
    if (!falling && how === 'ok') lasts = performance.now() - begun
    endTrouble(bank, simulator)
    if (falling) {
      done++
      await place.back(killed)
      await closeConnections()
      if (victim !== 'database') {
        await syncer.end()
        syncer = await start()
      }
      const after = await lastRunOf(scope)
      const stored = after.run !== before.run && (after.status === 'ok' || after.status === 'held')
      const untouched = same(await ledgerOf(scope), before.ledger) && after.cursor === before.cursor
      const { rollups, entries } = await rollupsAndEntries(scope)
      if (!same(rollups, entries) || (!stored && !untouched)) {
        outcome.half++
        print(`HALF after kill ${done} (${victim}, ${point} + ${delay.toFixed(1)} ms): ${after.status}`)
      } else if (stored) outcome.whole++
      else outcome.nothing++
    }
    let again = await syncer.sync(bank.today, 15)
    // What died holds the lease for some minutes more.
    if (again === 'running') again = await syncer.sync(bank.today, 16)
    const { rollups, entries } = await rollupsAndEntries(scope)
    if (again !== 'ok' || !same(await ledgerOf(scope), truthOf(bank)) || !same(rollups, entries)) {
      outcome.untrue++
      print(`UNTRUE after kill ${done} (${victim}, ${point} + ${delay.toFixed(1)} ms), sync: ${again}`)
    }
    outcome.notesLost += (await lostNotes(scope, noted)).length
    await noteOne(scope, bank, below, noted)
    simulator.newDay()
    if (falling && done % 10 === 0) print(`${done} kills in ${days + 1} days: ${told()}`)
  }
  await syncer.end()
  await simulator.close()
  const seconds = Math.round((Date.now() - started) / 1000)
  print(
    `${done} kills in ${days} days of trouble (seed ${seed}, ${truthOf(bank).length} rows, ${noted.size} noted) in ${seconds} s: ${told()}`,
  )
  return outcome.half + outcome.untrue + outcome.notesLost === 0
}
