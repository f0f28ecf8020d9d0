import { join } from 'node:path'
import { bulk } from '#db/scope.ts'
import { listAccounts } from '#lib/accounts/queries.ts'
import type { Scope } from '#lib/core/scope.ts'
import { asOwner } from './bare-insert.ts'
import { analyze, seed } from './dashboard.ts'
import { timedImport } from './import.ts'
import type { Bench } from './main.ts'
import { writeStatement } from './statement-csv.ts'
import { type StatementTime, statementTimes } from './statement-times.ts'
import { makeLogin, median, pullOf, timedPull } from './sync.ts'

const rounds = 7
/** `--stored=100000` for a quicker look at less. */
const large = Number(process.argv.find((word) => word.startsWith('--stored='))?.slice(9) ?? 1_000_000)

type World = {
  stored: number
  scope: Scope
  login: string
  account: string
  files: number[]
  pulls: number[]
  lastFile: StatementTime[]
  lastPull: StatementTime[]
}

const chunk = 100_000

/**
 * A household whose seven accounts, one of them linked, share the rows of three years; the linked one's are all older than what
 * a pull lists. Triggers and references are left out while storing them: the rollups hold only what is measured.
 */
async function world(stored: number): Promise<World> {
  const scope = await seed(0)
  const login = await makeLogin(scope)
  await timedPull(scope, login, pullOf(scope, 0, 500), 500)
  for (let from = 0; from < stored; from += chunk)
    await asOwner(async (tx) => {
      await bulk(tx, "select set_config('session_replication_role', 'replica', true)", [])
      await bulk(
        tx,
        `with owned as (
           select array_agg(id order by id) as ids, array_agg(case when source = 'provider' then 120 else 0 end order by id) as older
           from accounts where household_id = $1
         )
         insert into transactions (household_id, id, account_id, date, minor, currency, payee, merchant_key, raw_description,
           status, source, external_id, fingerprint)
         select $1, gen_random_uuid(), ids[1 + n % 7], $2::date - older[1 + n % 7] - (n::bigint * 1095 / $3)::integer,
           case when n % 40 = 0 then 200000 else -(100 + n::bigint * 7919 % 9000) end, 'USD', 'Payee ' || n % 200,
           'payee ' || n % 200, 'PAYEE', 'posted', $4, 'OLD-' || n, gen_random_uuid()
         from generate_series($5::integer, $6::integer) as n, owned`,
        [
          scope.householdId,
          scope.today,
          stored,
          `simplefin:${login}`,
          from,
          Math.min(stored, from + chunk) - 1,
        ],
      )
    })
  await asOwner(async (tx) => void (await bulk(tx, 'select rebuild_rollups($1)', [scope.householdId])))
  const account = (await listAccounts(scope)).find((one) => one.type === 'savings')?.id ?? ''
  return { stored, scope, login, account, files: [], pulls: [], lastFile: [], lastPull: [] }
}

/** The cost of 500 rows with 10,000 and with 1,000,000 rows stored, in turn, in one database. */
export async function run({ dataDir, print }: Bench): Promise<void> {
  const start = performance.now()
  const worlds = [await world(10_000), await world(large)]
  await analyze()
  print(`stored in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  const path = join(dataDir, 'sync.csv')
  for (let round = 0; round <= rounds; round++) {
    await writeStatement(path, 500 * (rounds + 1), { rows: 500, from: round * 500, ending: '' })
    for (const world of worlds) {
      const { scope, login, account } = world
      let took = 0
      world.lastFile = await statementTimes(async () => {
        const expected = { new: 500, duplicate: 0 }
        took = (await timedImport(scope, path, expected, { accountId: account })).millis
      })
      if (round > 0) world.files.push(took)
      world.lastPull = await statementTimes(async () => {
        took = await timedPull(scope, login, pullOf(scope, round * 500, round * 500 + 1000), 500)
      })
      if (round > 0) world.pulls.push(took)
    }
  }
  say(print, 'a file of 500 new rows', worlds, ({ files }) => median(files))
  say(print, 'a sync of 500 new and 500 known rows', worlds, ({ pulls }) => median(pulls))
  for (const { stored, lastFile, lastPull } of worlds) {
    sayTimes(print, `the last file with ${stored} stored`, lastFile)
    sayTimes(print, `the last sync with ${stored} stored`, lastPull)
  }
}

function sayTimes(print: Bench['print'], what: string, times: StatementTime[]): void {
  print(`${what}, waiting for the store by statement:`)
  for (const { name, millis } of times.slice(0, 6)) print(`  ${millis.toFixed(0).padStart(6)} ms  ${name}`)
}

function say(print: Bench['print'], what: string, worlds: World[], millisOf: (world: World) => number): void {
  const [few = 0, many = 0] = worlds.map(millisOf)
  print(
    `${what}: ${few.toFixed(0)} ms with 10,000 stored, ${many.toFixed(0)} ms with ${large} (medians of ${rounds}, in turn): ratio ${(many / few).toFixed(2)} (goal: at most 1.3)`,
  )
}
