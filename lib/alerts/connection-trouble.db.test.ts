import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { closeConnections } from '#db/client.ts'
import { mails } from '#db/schema/alerts.ts'
import { users } from '#db/schema/users.ts'
import { withOperator, withScope } from '#db/scope.ts'
import { disconnect } from '#lib/connections/disconnect.ts'
import { atDay, type LinkedWorld, linkedWorld } from '#lib/connections/testing/linked.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from '#lib/connections/testing/simulated-bank.ts'
import { addDays } from '#lib/core/calendar.ts'
import { backtest } from './backtest.ts'
import { describeAlert } from './describe.ts'
import { updateAlertRule } from './mutations.ts'
import { listAlertRules, listAlerts } from './queries.ts'
import { seedAlertRules } from './seed.ts'
import { syncWithAlerts } from './sync-with-alerts.ts'
import { tellOfSilence } from './tell-of-silence.ts'

let bank: SimulatedBank
let here: LinkedWorld

beforeEach(async () => {
  bank = simulatedBank()
  bookSomeWeeks(bank)
  here = await linkedWorld(bank)
  await withScope(here.scope, (tx) => seedAlertRules(tx, here.scope))
})
afterEach(() => here.simulator.close())
afterAll(closeConnections)

const inDays = (days: number) => atDay(here.scope, addDays(bank.today, days))
const sync = (days = 0) =>
  syncWithAlerts(inDays(days), here.connectionId, { trigger: 'person', world: here.world })
const told = async () =>
  (await listAlerts(here.scope, { show: 'all' })).alerts.filter(({ type }) => type === 'connection_trouble')
const causes = async () => (await told()).map(({ evidence }) => evidence.facts.trouble?.cause).reverse()
const mailsOf = () =>
  withScope(here.scope, (tx) =>
    tx.select().from(mails).where(eq(mails.householdId, here.scope.householdId)).orderBy(mails.id),
  )
const rule = async () => {
  const found = (await listAlertRules(here.scope)).find(({ type }) => type === 'connection_trouble')
  if (!found) throw new Error('the rule is not seeded')
  return found
}
const speak = (locale: 'en' | 'vi') =>
  withOperator((tx) => tx.update(users).set({ locale }).where(eq(users.id, here.scope.userId)))

test('a login that breaks is told of at once, once until it was well again', async () => {
  await sync()
  bank.loginBroken = true
  await sync()
  expect(await causes()).toEqual(['needs_reauth'])
  await sync()
  await tellOfSilence(inDays(9).now)
  expect(await causes()).toEqual(['needs_reauth'])
  const [alert] = await told()
  expect(alert?.evidence).toMatchObject({
    accountName: expect.stringMatching(/./),
    facts: { trouble: { connectionId: here.connectionId, code: 'needs_reauth', heard: bank.today } },
  })
  expect(await mailsOf()).toHaveLength(1)
  bank.loginBroken = false
  await sync(1)
  expect(await causes()).toEqual(['needs_reauth'])
  bank.loginBroken = true
  await sync(1)
  expect(await causes()).toEqual(['needs_reauth', 'needs_reauth'])
})

test('a provider that is down is told of at its third failure in a row', async () => {
  await sync()
  for (const expected of [[], [], ['error'], ['error']]) {
    bank.faults.push('500')
    await sync()
    expect(await causes()).toEqual(expected)
  }
})

test('three days without data are told of once, and again only after data came', async () => {
  await sync()
  const almost = new Date(inDays(3).now.getTime() - 1)
  await tellOfSilence(almost)
  expect(await causes()).toEqual([])
  await tellOfSilence(inDays(3).now)
  await tellOfSilence(inDays(3).now)
  await tellOfSilence(inDays(5).now)
  expect(await causes()).toEqual(['silent'])
  await sync(5)
  await tellOfSilence(inDays(7).now)
  expect(await causes()).toEqual(['silent'])
  await tellOfSilence(inDays(8).now)
  expect(await causes()).toEqual(['silent', 'silent'])
  expect(await mailsOf()).toHaveLength(2)
})

test('a login that was ended is silent for good', async () => {
  await sync()
  await disconnect(here.scope, { id: here.connectionId, keepRows: true }, here.world)
  await tellOfSilence(inDays(30).now)
  expect(await causes()).toEqual([])
})

test('a muted rule writes no mail, one that is off no alert', async () => {
  await sync()
  await updateAlertRule(here.scope, (await rule()).id, { muted: true })
  await tellOfSilence(inDays(3).now)
  expect(await causes()).toEqual(['silent'])
  expect(await mailsOf()).toEqual([])
  await sync(3)
  await updateAlertRule(here.scope, (await rule()).id, { muted: false, enabled: false })
  await tellOfSilence(inDays(9).now)
  expect(await causes()).toEqual(['silent'])
})

test('the mail is in the person’s language, says what to do, and can be muted from', async () => {
  await speak('vi')
  await sync()
  bank.loginBroken = true
  await sync()
  const [mail] = await mailsOf()
  expect(mail).toMatchObject({ locale: 'vi', subject: expect.stringContaining('cần bạn') })
  for (const body of [mail?.html, mail?.text]) {
    expect(body).toContain('Hãy mở kết nối và đăng nhập lại.')
    expect(body).toContain('/mute')
  }
  expect(mail?.headers['List-Unsubscribe']).toBeDefined()
  const [alert] = await told()
  expect(alert && describeAlert(alert, 'en').why).toMatch(
    /sign in again\. What you see is from .+sign in again\.$/,
  )
})

test('the alert and the state it is about are written together or not at all', async () => {
  await sync()
  bank.loginBroken = true
  const { syncConnection } = await import('#lib/connections/sync.ts')
  const failing = syncConnection(here.scope, here.connectionId, {
    trigger: 'person',
    afterWrite: async () => undefined,
    afterTrouble: async () => {
      throw new Error('alerts are broken')
    },
    world: here.world,
  })
  await expect(failing).rejects.toThrow('alerts are broken')
  await sync(1)
  expect(await causes()).toEqual(['needs_reauth'])
})

test('a back-test tells what the history of syncs would have told', async () => {
  await sync()
  bank.loginBroken = true
  await sync(1)
  await sync(2)
  bank.loginBroken = false
  await sync(6)
  const { hits } = await backtest(inDays(12), { type: 'connection_trouble', params: {} })
  expect(hits.map(({ occurredOn, evidence }) => [occurredOn, evidence.facts.trouble?.cause])).toEqual([
    [addDays(bank.today, 9), 'silent'],
    [addDays(bank.today, 1), 'needs_reauth'],
  ])
})
