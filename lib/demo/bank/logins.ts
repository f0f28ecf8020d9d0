import 'server-only'
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { demoLogins } from '#db/schema/demo-bank.ts'
import { type Tx, withOperator } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { accountKeys } from './login-book.ts'

export type DemoLogin = typeof demoLogins.$inferSelect

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const holderOf = (scope: Scope): string => hashOf(`demo-bank ${scope.householdId}`)
const hour = 3_600_000
const mostLogins = 20
const mostSkips = 400

const own = (scope: Scope, id: string) =>
  and(eq(demoLogins.id, id), eq(demoLogins.holderHash, holderOf(scope)))

const newToken = (scope: Scope) => {
  const token = randomBytes(24).toString('base64url')
  return { token, set: { tokenHash: hashOf(token), tokenExpiresAt: new Date(scope.now.getTime() + hour) } }
}

/** This household's logins at the Demo Bank, oldest first; withdrawn ones too. */
export const listDemoLogins = (scope: Scope): Promise<DemoLogin[]> =>
  withOperator((tx) =>
    tx
      .select()
      .from(demoLogins)
      .where(eq(demoLogins.holderHash, holderOf(scope)))
      .orderBy(asc(demoLogins.createdAt), asc(demoLogins.id)),
  )

/** Opens a login that shares these accounts; gives the setup token, good for one claim within an hour. */
export const openDemoLogin = (
  scope: Scope,
  shared: readonly string[],
): Promise<{ id: string; token: string }> =>
  withOperator(async (tx) => {
    const accounts = accountKeys.filter((key) => shared.includes(key))
    if (accounts.length === 0) throw new AppError('invalid', 'Share at least one account.')
    const holderHash = holderOf(scope)
    if ((await tx.$count(demoLogins, eq(demoLogins.holderHash, holderHash))) >= mostLogins)
      await forgetOldest(tx, holderHash)
    const id = newId()
    const { token, set } = newToken(scope)
    await tx.insert(demoLogins).values({
      id,
      holderHash,
      seed: randomInt(1, 2 ** 31),
      currency: scope.currency,
      timeZone: scope.timeZone,
      openedOn: scope.today,
      accounts,
      ...set,
    })
    return { id, token }
  })

/** Makes room: a login that was withdrawn or never claimed goes first. */
async function forgetOldest(tx: Tx, holderHash: string): Promise<void> {
  const [oldest] = await tx
    .select({ id: demoLogins.id })
    .from(demoLogins)
    .where(eq(demoLogins.holderHash, holderHash))
    .orderBy(
      sql`(${demoLogins.revokedAt} is null and ${demoLogins.accessHash} is not null)`,
      asc(demoLogins.createdAt),
    )
    .limit(1)
  if (oldest) await tx.delete(demoLogins).where(eq(demoLogins.id, oldest.id))
}

async function change(scope: Scope, id: string, set: Partial<typeof demoLogins.$inferInsert>): Promise<void> {
  const found = await withOperator((tx) =>
    tx.update(demoLogins).set(set).where(own(scope, id)).returning({ id: demoLogins.id }),
  )
  if (found.length === 0) throw new AppError('not_found', 'There is no such login at the Demo Bank.')
}

/** Signing in again at the bank mends the login and gives a new token: the old access ends when it is claimed. */
export async function reopenDemoLogin(scope: Scope, id: string): Promise<{ token: string }> {
  const { token, set } = newToken(scope)
  await change(scope, id, { ...set, broken: false })
  return { token }
}

/** Lets days pass at once: what was pending is booked, new rows come, all called today. */
export const letDaysPass = (scope: Scope, id: string, days: number): Promise<void> =>
  withOperator(async (tx) => {
    const [login] = await tx.select().from(demoLogins).where(own(scope, id)).for('update')
    if (!login) throw new AppError('not_found', 'There is no such login at the Demo Bank.')
    if (login.skips.length >= mostSkips)
      throw new AppError('conflict', 'Enough time has passed at this login. Link another.')
    const skips = [...login.skips, { on: scope.today, days }].sort((a, b) => (a.on < b.on ? -1 : 1))
    await tx.update(demoLogins).set({ skips }).where(own(scope, id))
  })

export const breakDemoLogin = (scope: Scope, id: string): Promise<void> => change(scope, id, { broken: true })
export const mendDemoLogin = (scope: Scope, id: string): Promise<void> => change(scope, id, { broken: false })
export const withdrawDemoLogin = (scope: Scope, id: string): Promise<void> =>
  change(scope, id, { revokedAt: scope.now })

/** Turns a setup token into a password, once; null when it is unknown, used or old. */
export const claimDemoLogin = (
  token: string,
  now: Date,
): Promise<{ user: string; password: string } | null> =>
  withOperator(async (tx) => {
    const password = randomBytes(24).toString('base64url')
    const [login] = await tx
      .update(demoLogins)
      .set({ tokenHash: null, tokenExpiresAt: null, accessHash: hashOf(password), revokedAt: null })
      .where(and(eq(demoLogins.tokenHash, hashOf(token)), gt(demoLogins.tokenExpiresAt, now)))
      .returning({ id: demoLogins.id })
    return login ? { user: login.id, password } : null
  })

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
const opened = (user: string, password: string) =>
  and(eq(demoLogins.id, user), eq(demoLogins.accessHash, hashOf(password)), isNull(demoLogins.revokedAt))

/** The login of these credentials; null when they are unknown or were withdrawn. */
export async function findDemoLogin(user: string, password: string): Promise<DemoLogin | null> {
  if (!isId(user)) return null
  const [login] = await withOperator((tx) => tx.select().from(demoLogins).where(opened(user, password)))
  return login ?? null
}

/** Forgets the access of these credentials; false when there is none. */
export async function revokeDemoAccess(user: string, password: string, now: Date): Promise<boolean> {
  if (!isId(user)) return false
  const set = { revokedAt: now, accessHash: null }
  const gone = await withOperator((tx) =>
    tx.update(demoLogins).set(set).where(opened(user, password)).returning({ id: demoLogins.id }),
  )
  return gone.length > 0
}
