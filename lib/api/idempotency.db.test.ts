import { expect, test } from 'vitest'
import { bulk, withOperator } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type Answer, idempotent } from './idempotency.ts'

const key = 'k-1'
const answer: Answer = { status: 201, body: '{"done":true}' }

/** A request that began `ago` and whose process died before it had an answer. */
async function diedRunning(scope: Scope, ago: string): Promise<void> {
  await idempotent(
    scope,
    key,
    () => 'hash',
    async () => answer,
  )
  await withOperator((tx) =>
    bulk(
      tx,
      'update idempotency_keys set status = null, body = null, created_at = now() - $2::interval where user_id = $1',
      [scope.userId, ago],
    ),
  )
}

const ask = (scope: Scope, hash = 'hash', work = async () => answer) =>
  idempotent(scope, key, () => hash, work)

test('the second asking gets the first answer and does nothing', async () => {
  const scope = await createHousehold()
  expect(await ask(scope)).toEqual(answer)
  const again = await ask(scope, 'hash', async () => {
    throw new Error('it ran twice')
  })
  expect(again).toEqual(answer)
  await expect(ask(scope, 'other')).rejects.toMatchObject({ code: 'conflict' })
})

test('what runs at this moment is waited for', async () => {
  const scope = await createHousehold()
  await diedRunning(scope, '0 seconds')
  await expect(ask(scope)).rejects.toMatchObject({ code: 'conflict' })
})

test('a request that died with its process can be made again, but not another in its name', async () => {
  const scope = await createHousehold()
  await diedRunning(scope, '11 minutes')
  await expect(ask(scope, 'other')).rejects.toMatchObject({ code: 'conflict' })
  expect(await ask(scope)).toEqual(answer)
})

test('a failed request frees its key', async () => {
  const scope = await createHousehold()
  const failing = ask(scope, 'hash', async () => {
    throw new Error('no luck')
  })
  await expect(failing).rejects.toThrow('no luck')
  expect(await ask(scope)).toEqual(answer)
})
