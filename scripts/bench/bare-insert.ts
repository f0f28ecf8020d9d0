import { plainArray, textArray } from '#db/array-literal.ts'
import { bulk, type Tx, withOperator } from '#db/scope.ts'

const chunk = 5000

/** Columns of a stored row in the order of `types`, as the store prints them. */
const columns = [
  ['household_id', 'uuid'],
  ['id', 'uuid'],
  ['account_id', 'uuid'],
  ['date', 'date'],
  ['minor', 'bigint'],
  ['currency', 'text'],
  ['payee', 'text'],
  ['merchant_key', 'text'],
  ['raw_description', 'text'],
  ['status', 'text'],
  ['category_id', 'uuid'],
  ['category_source', 'text'],
  ['category_confidence', 'smallint'],
  ['source', 'text'],
  ['external_id', 'text'],
  ['fingerprint', 'uuid'],
  ['import_id', 'uuid'],
] as const

export type Batches = string[][]

/** The rows of a household as parameters that are ready to send: what the bare arms insert. */
export async function readyBatches(householdId: string): Promise<Batches> {
  return withOperator(async (tx) => {
    const batches: Batches = []
    for (let offset = 0; ; offset += chunk) {
      const rows = await bulk<Record<string, string | null>>(
        tx,
        `select ${columns.map(([name]) => `${name}::text as ${name}`).join(', ')} from transactions
         where household_id = $1 order by id limit ${chunk} offset ${offset}`,
        [householdId],
      )
      if (rows.length === 0) return batches
      batches.push(
        columns.map(([name, type]) => {
          const values = rows.map((row) => row[name] ?? null)
          return type === 'text' ? textArray(values) : plainArray(values)
        }),
      )
    }
  })
}

export type BareTable = { name: string; rowKeys: boolean; rollups: boolean }

/** A table like `transactions`: with its keys, indexes and references, or only with its primary key. */
export async function makeBare({ name, rowKeys, rollups }: BareTable): Promise<void> {
  const statements = rowKeys
    ? [
        `create table ${name} (like transactions including all)`,
        `alter table ${name} add foreign key (household_id, account_id) references accounts (household_id, id)`,
        `alter table ${name} add foreign key (household_id, category_id) references categories (household_id, id)`,
      ]
    : [
        `create table ${name} (like transactions including defaults)`,
        `alter table ${name} add primary key (household_id, id)`,
      ]
  if (rollups)
    statements.push(
      `create trigger bench_rollups after insert on ${name} referencing new table as new_rows
       for each statement execute function rollups_after_insert()`,
    )
  await asOwner(async (tx) => {
    for (const statement of statements) await bulk(tx, statement, [])
    await bulk(tx, `grant select, insert on ${name} to minh_operator`, [])
  })
}

/** Making tables is the owner's right: the role a transaction takes on is laid down for it. */
export const asOwner = (run: (tx: Tx) => Promise<void>): Promise<void> =>
  withOperator(async (tx) => {
    await bulk(tx, "select set_config('role', 'none', true)", [])
    await run(tx)
  })

/** Milliseconds to insert every batch in one transaction. */
export async function timeBare(name: string, batches: Batches, conflict: boolean): Promise<number> {
  const text = `insert into ${name} (${columns.map(([column]) => column).join(', ')})
    select * from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})
    ${conflict ? 'on conflict (household_id, account_id, fingerprint) do nothing' : ''}`
  const start = performance.now()
  await withOperator(async (tx) => {
    for (const batch of batches) await bulk(tx, text, batch)
  })
  return performance.now() - start
}

export const dropBare = (name: string): Promise<void> =>
  asOwner(async (tx) => {
    await bulk(tx, `drop table ${name}`, [])
  })
