import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { connections, linkAttempts } from '#db/schema/connections.ts'
import { statementFiles } from '#db/schema/imports.ts'
import { bulk, withOperator, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { findFile, readFile, sealFile, storeFile } from '#lib/imports/file-store.ts'
import { openSecret, type SecretPlace, sealSecret } from '#lib/secrets/envelope.ts'
import { currentMasterKey, formerKeyIds, isRotationBegun } from '#lib/secrets/master-key.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { forgetFormerKeys, rotateKeys } from './rotate-keys.ts'
import { sealedTables } from './sealed-rows.ts'

let folder: string
let scope: Scope
let ids: { connection: string; attempt: string }
const sha256 = 'a'.repeat(64)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minh-rotate-'))
  process.env.MINH_MASTER_KEY_FILE = join(folder, 'master.key')
  if (env().masterKeyFile !== join(folder, 'master.key')) throw new Error('the key file was read before')
})
afterAll(async () => {
  await closeConnections()
  rmSync(folder, { recursive: true, force: true })
})

const placeOf = (purpose: 'connection' | 'link-attempt', id: string): SecretPlace => ({
  purpose,
  householdId: scope.householdId,
  id,
})

beforeEach(async () => {
  scope = await createHousehold()
  ids = { connection: newId(), attempt: newId() }
  const { householdId, userId } = scope
  const path = join(folder, 'statement.csv')
  writeFileSync(path, 'date,amount\n')
  const file = await sealFile(scope, path, { hash: sha256, size: 12 })
  await withScope(scope, async (tx) => {
    await tx.insert(connections).values({
      householdId,
      id: ids.connection,
      ownerId: userId,
      provider: 'simplefin',
      institutionName: 'Bank',
      state: 'ok',
      ...sealSecret(placeOf('connection', ids.connection), secretOf('of the connection')),
    })
    await tx.insert(linkAttempts).values({
      householdId,
      id: ids.attempt,
      userId,
      provider: 'simplefin',
      consent: {},
      stateHash: newId(),
      expiresAt: scope.now,
      ...sealSecret(placeOf('link-attempt', ids.attempt), secretOf('of the attempt')),
    })
    await storeFile(tx, scope, file)
  })
})

const rowsOf = (table: typeof connections | typeof linkAttempts) =>
  withScope(scope, async (tx) => {
    const [row] = await tx.select().from(table).where(eq(table.householdId, scope.householdId))
    const { secret, secretKey, secretKeyId } = row ?? {}
    if (!secret || !secretKey || !secretKeyId) throw new Error('no secret')
    return { secret, secretKey, secretKeyId }
  })

/** Opens all there is, under whichever keys are here. */
async function everything(): Promise<string[]> {
  const file = await withScope(scope, (tx) => findFile(tx, scope, sha256))
  const chunks: Buffer[] = []
  if (file) for await (const chunk of readFile(scope, file)) chunks.push(chunk)
  return [
    openSecret(placeOf('connection', ids.connection), await rowsOf(connections)).reveal(),
    openSecret(placeOf('link-attempt', ids.attempt), await rowsOf(linkAttempts)).reveal(),
    `${chunks.length} of the file`,
  ]
}
const all = ['of the connection', 'of the attempt', '1 of the file']

test('every secret opens under the new key alone, and the former one is kept until it is forgotten', async () => {
  const before = currentMasterKey().id
  const ciphertext = (await rowsOf(connections)).secret
  const rotation = await rotateKeys()
  expect(rotation).toMatchObject({ finished: false, key: currentMasterKey().id })
  expect(rotation.rewrapped.connections).toBeGreaterThan(0)
  expect(rotation.rewrapped.statement_files).toBeGreaterThan(0)
  expect(rotation.key).not.toBe(before)
  expect(rotation.former).toContain(before)
  expect(statSync(join(folder, `master.key.${before}`)).mode & 0o777).toBe(0o600)
  expect((await rowsOf(connections)).secret).toEqual(ciphertext)
  expect(await everything()).toEqual(all)
  expect((await forgetFormerKeys()).removed).toContain(before)
  expect(formerKeyIds()).toEqual([])
  expect(await everything()).toEqual(all)
})

test.each(['made', 'kept', 'connections', 'link_attempts', 'statement_files'])(
  'killed after %s, all stays readable, and the next run finishes',
  async (last) => {
    const before = currentMasterKey().id
    const killed = rotateKeys((step) => {
      if (step === last) throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await everything()).toEqual(all)
    const again = await rotateKeys()
    expect(again.key).not.toBe(before)
    expect(isRotationBegun()).toBe(false)
    expect((await forgetFormerKeys()).needed).toEqual([])
    expect(await everything()).toEqual(all)
    expect((await rowsOf(connections)).secretKeyId).toBe(again.key)
  },
)

test('a key that is needed is not forgotten', async () => {
  const before = currentMasterKey().id
  await rotateKeys((step) => {
    if (step === 'kept') return
    if (step === 'connections') throw new Error('killed')
  }).catch(() => undefined)
  expect(await forgetFormerKeys()).toMatchObject({ needed: [before] })
  expect(await everything()).toEqual(all)
  await rotateKeys()
})

test('swapped secrets are left as they are, and open nowhere', async () => {
  const other = newId()
  await withScope(scope, async (tx) => {
    await tx.insert(connections).values({
      householdId: scope.householdId,
      id: other,
      ownerId: scope.userId,
      provider: 'simplefin',
      institutionName: 'Other bank',
      state: 'ok',
      ...sealSecret(placeOf('connection', newId()), secretOf('moved here')),
    })
    await tx
      .update(statementFiles)
      .set({ sha256: 'b'.repeat(64) })
      .where(and(eq(statementFiles.householdId, scope.householdId), eq(statementFiles.sha256, sha256)))
  })
  const { unreadable } = await rotateKeys()
  expect(unreadable).toBeGreaterThanOrEqual(2)
  const file = await withScope(scope, (tx) => findFile(tx, scope, 'b'.repeat(64)))
  if (!file) throw new Error('no file')
  await expect(readFile(scope, file).next()).rejects.toThrow('does not open')
  expect((await forgetFormerKeys()).needed.length).toBeGreaterThan(0)
  await withScope(scope, async (tx) => {
    await tx.delete(connections).where(eq(connections.id, other))
    await tx.delete(statementFiles).where(eq(statementFiles.householdId, scope.householdId))
  })
})

test('no table with a wrapped key is left out', async () => {
  const found = await withOperator((tx) =>
    bulk<{ table: string }>(
      tx,
      `select table_name as table from information_schema.columns
       where table_schema = 'public' and column_name in ('secret_key', 'wrapped_key')`,
      [],
    ),
  )
  expect(found.map(({ table }) => table).sort()).toEqual(sealedTables.map(({ table }) => table).sort())
})
