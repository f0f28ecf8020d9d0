import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import { rewrapKey } from '#lib/secrets/data-key.ts'
import { rewrapSecret, type SecretPlace } from '#lib/secrets/envelope.ts'
import type { MasterKey } from '#lib/secrets/master-key.ts'

/** The name of a row inside its table; batches go on behind it. */
export type RowName = { household: string; id: string }

/** One table that holds keys wrapped by a master key. */
export type SealedTable = {
  table: 'connections' | 'link_attempts' | 'provider_settings' | 'statement_files'
  /** Wraps the next rows of another key again, at most `limit`; null when there are none behind `after`. */
  rewrap: (
    tx: Tx,
    to: MasterKey,
    after: RowName,
    limit: number,
  ) => Promise<{ last: RowName; done: number; unreadable: number } | null>
  /** The names of the master keys that its rows need. */
  keysInUse: (tx: Tx) => Promise<string[]>
}

type Wrapped = RowName & { key: Buffer; keyId: string }
type FileRow = RowName & { key: Buffer; sha256: string; chunks: number }

async function each<Row extends RowName>(
  rows: readonly Row[],
  one: (row: Row) => Promise<void>,
  attempt: (row: Row) => boolean,
) {
  const last = rows.at(-1)
  if (!last) return null
  let done = 0
  for (const row of rows) {
    if (!attempt(row)) continue
    await one(row)
    done++
  }
  return { last: { household: last.household, id: last.id }, done, unreadable: rows.length - done }
}

/** What does not open (its key is lost, it was moved) is left as it is and counted. */
function attempting<Row, Out>(make: (row: Row) => Out, made: Map<Row, Out>) {
  return (row: Row): boolean => {
    try {
      made.set(row, make(row))
      return true
    } catch {
      return false
    }
  }
}

const secretTable = (
  table: 'connections' | 'link_attempts' | 'provider_settings',
  names: { household: string; id: string; idType: string },
  placeOf: (row: RowName) => SecretPlace,
): SealedTable => ({
  table,
  rewrap: async (tx, to, after, limit) => {
    const { household, id, idType } = names
    const rows = await bulk<Wrapped>(
      tx,
      `select ${household}::text as household, ${id}::text as id, secret_key as key, secret_key_id as "keyId" from ${table}
       where secret_key is not null and secret_key_id <> $1 and (${household}::text, ${id}::text) > ($2, $3)
       order by ${household}::text, ${id}::text limit $4 for update`,
      [to.id, after.household, after.id, limit],
    )
    const made = new Map<Wrapped, { secretKey: Buffer }>()
    const attempt = attempting(
      (row: Wrapped) => rewrapSecret(placeOf(row), { secretKey: row.key, secretKeyId: row.keyId }, to),
      made,
    )
    const write = async (row: Wrapped): Promise<void> => {
      await bulk(
        tx,
        `update ${table} set secret_key = $1, secret_key_id = $2 where ${household}::text = $3 and ${id} = $4::${idType}`,
        [made.get(row)?.secretKey, to.id, row.household, row.id],
      )
    }
    return each(rows, write, attempt)
  },
  keysInUse: async (tx) => {
    const rows = await bulk<{ id: string }>(
      tx,
      `select distinct secret_key_id as id from ${table} where secret_key is not null and secret_key_id is not null`,
      [],
    )
    return rows.map(({ id }) => id)
  },
})

const statementFiles: SealedTable = {
  table: 'statement_files',
  rewrap: async (tx, to, after, limit) => {
    const rows = await bulk<FileRow>(
      tx,
      `select household_id::text as household, id::text as id, wrapped_key as key, sha256, chunks from statement_files
       where wrapped_key is not null and substr(wrapped_key, 1, 8) <> decode($1, 'hex')
         and (household_id::text, id::text) > ($2, $3) order by household_id::text, id::text limit $4 for update`,
      [to.id, after.household, after.id, limit],
    )
    const made = new Map<FileRow, Buffer>()
    const attempt = attempting(
      (row: FileRow) => rewrapKey('statement-file', [row.household, row.id, row.sha256, row.chunks], row.key),
      made,
    )
    const write = async (row: FileRow): Promise<void> => {
      await bulk(tx, 'update statement_files set wrapped_key = $1 where household_id = $2 and id = $3', [
        made.get(row),
        row.household,
        row.id,
      ])
    }
    return each(rows, write, attempt)
  },
  keysInUse: async (tx) => {
    const rows = await bulk<{ id: string }>(
      tx,
      `select distinct encode(substr(wrapped_key, 1, 8), 'hex') as id from statement_files where wrapped_key is not null`,
      [],
    )
    return rows.map(({ id }) => id)
  },
}

const own = { household: 'household_id', id: 'id', idType: 'uuid' }

/** Every table with a sealed secret. A test holds this list against the columns of the store. */
export const sealedTables: readonly SealedTable[] = [
  secretTable('connections', own, ({ household, id }) => ({
    purpose: 'connection',
    householdId: household,
    id,
  })),
  secretTable('link_attempts', own, ({ household, id }) => ({
    purpose: 'link-attempt',
    householdId: household,
    id,
  })),
  secretTable('provider_settings', { household: "''", id: 'provider', idType: 'text' }, ({ id }) => ({
    purpose: 'provider-settings',
    householdId: null,
    id,
  })),
  statementFiles,
]
