import { afterAll, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { muteLinks } from '#lib/mail/mute-link.ts'
import { deleteAlertRule, updateAlertRule } from './mutations.ts'
import { muteFromMail, ruleFromMail } from './mute-from-mail.ts'
import { listAlertRules } from './queries.ts'
import { seedAlertRules } from './seed.ts'

afterAll(closeConnections)

const tokenOf = (url: string): string => new URL(url).searchParams.get('t') ?? ''

test('a link from a mail mutes its rule and no other, twice as well as once, and can be taken back', async () => {
  const scope = await createHousehold()
  await withScope(scope, (tx) => seedAlertRules(tx, scope))
  const [rule] = await listAlertRules(scope)
  const claims = { householdId: scope.householdId, userId: scope.userId, ruleId: rule?.id ?? '' }
  const token = tokenOf(muteLinks(claims, 'vi').post)
  expect((await ruleFromMail(token))?.mutedAt).toBeNull()

  const first = await muteFromMail(token)
  const again = await muteFromMail(token)
  expect(first?.mutedAt).toBeInstanceOf(Date)
  expect(again?.mutedAt).toEqual(first?.mutedAt)
  const muted = (await listAlertRules(scope)).filter(({ mutedAt }) => mutedAt !== null)
  expect(muted.map(({ id }) => id)).toEqual([rule?.id])

  expect((await updateAlertRule(scope, claims.ruleId, { muted: false })).mutedAt).toBeNull()
  await deleteAlertRule(scope, claims.ruleId)
  expect(await muteFromMail(token)).toBeNull()
})

test('a link names the person: it mutes nothing of another household', async () => {
  const [owner, stranger] = [await createHousehold(), await createHousehold()]
  await withScope(owner, (tx) => seedAlertRules(tx, owner))
  const [rule] = await listAlertRules(owner)
  const crossed = { householdId: stranger.householdId, userId: stranger.userId, ruleId: rule?.id ?? '' }
  expect(await muteFromMail(tokenOf(muteLinks(crossed, 'en').post))).toBeNull()
  expect(await muteFromMail('forged.token')).toBeNull()
  expect((await listAlertRules(owner)).every(({ mutedAt }) => mutedAt === null)).toBe(true)
})
