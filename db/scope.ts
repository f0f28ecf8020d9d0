import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Scope } from '#lib/core/scope.ts'
import { withConnection } from './client.ts'

/** An open transaction under one of the three roles. `$client` is for bulk statements (`unnest`), see `bulk`. */
export type Tx = NodePgDatabase & { $client: pg.PoolClient }

type Role = 'minh_app' | 'minh_auth' | 'minh_operator'

async function transaction<T>(
  role: Role,
  settings: { householdId: string; userId: string },
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withConnection(async (client) => {
    await client.query('begin')
    try {
      await client.query(
        `select set_config('role', $1, true), set_config('app.household_id', $2, true), set_config('app.user_id', $3, true)`,
        [role, settings.householdId, settings.userId],
      )
      const result = await run(drizzle({ client }))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

/** One transaction that can see and write the rows of this scope's household, and no others. */
export const withScope = <T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction('minh_app', { householdId: scope.householdId, userId: scope.userId }, run)

/** One transaction over users, sessions, memberships and tokens: what must be read before a scope exists. No finances. */
export const withIdentity = <T>(run: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction('minh_auth', { householdId: '', userId: '' }, run)

/** One transaction over every household, for the operator's tools and for finding work; never on behalf of a request. */
export const withOperator = <T>(run: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction('minh_operator', { householdId: '', userId: '' }, run)

/** Runs a statement of our own text with array parameters, which the query builder cannot write. */
export async function bulk<Row extends pg.QueryResultRow>(
  tx: Tx,
  text: string,
  parameters: unknown[],
): Promise<Row[]> {
  const result = await tx.$client.query<Row>(text, parameters)
  return result.rows
}

/** `sum(bigint)` and `count(*)` arrive as text: the one place that makes them bigint; null (no rows) is 0. */
export const toBigInt = (value: unknown): bigint => {
  if (typeof value === 'bigint') return value
  if (typeof value === 'string') return BigInt(value.split('.')[0] ?? '0')
  return typeof value === 'number' ? BigInt(Math.trunc(value)) : 0n
}
