import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asDate } from '#lib/core/calendar.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import { contextFor, noKept, providerContract } from '../testing/contract.ts'
import { type SimulatedBank, simulatedBank } from '../testing/simulated-bank.ts'
import { mastercardSimulator } from '../testing/simulators/mastercard.ts'
import { transactionsAnswer } from './mastercard/answer.ts'
import { rowOf } from './mastercard/rows.ts'
import { mastercard } from './mastercard.ts'

const world = async (bank: SimulatedBank) => {
  const simulator = await mastercardSimulator(bank)
  return {
    provider: mastercard,
    origin: simulator.origin,
    settings: {
      origin: secretOf(simulator.origin),
      partnerId: secretOf(simulator.keys.partnerId),
      partnerSecret: secretOf(simulator.keys.partnerSecret),
      appKey: secretOf(simulator.keys.appKey),
    },
    answer: () => ({ ...noKept({}), kept: secretOf(simulator.customers.at(-1) ?? '') }),
    close: simulator.close,
    simulator,
  }
}
providerContract('Mastercard Open Finance', world)
providerContract('Mastercard Open Finance, in small pages', async (bank) => {
  const place = await world(bank)
  place.simulator.pageSize = 7
  return place
})

const request = {
  institutionId: null,
  returnUrl: 'http://localhost/link/return',
  state: 'st_ate',
  repair: false,
  known: { linked: [], ever: 0 },
}

test('linking makes a sandbox customer, a repair fixes its broken login, revoking deletes it', async () => {
  const bank = simulatedBank()
  const place = await world(bank)
  const start = await mastercard.startLink(contextFor(place, null), request)
  const kept = start.kind === 'redirect' ? start.secret : null
  const { secret } = await mastercard.completeLink(contextFor(place, null), { ...noKept({}), kept })
  expect(place.simulator.posted).toEqual(['/aggregation/v2/customers/testing', '/connect/v2/generate'])
  bank.loginBroken = true
  await mastercard.startLink(contextFor(place, secret), { ...request, repair: true })
  expect(place.simulator.posted.at(-1)).toBe('/connect/v2/generate/fix')
  expect(await mastercard.revoke(contextFor(place, secret))).toBe(true)
  expect(bank.revoked).toBe(true)
  await place.close()
})

test('a person’s sync asks the bank for what is new; by the clock, or refused, what is there is read', async () => {
  const bank = simulatedBank()
  const place = await world(bank)
  const context = contextFor(place, secretOf('5006768112'))
  const payees = async (byPerson = true) =>
    (await mastercard.pull({ ...context, byPerson }, null, () => undefined)).added.map((row) => row.payee)
  const coffee = { accountId: 'ACT-1', date: bank.today, minor: -350n, pending: false }
  bank.book({ ...coffee, description: 'FIRST COFFEE' })
  expect(await payees()).toContain('FIRST COFFEE')
  bank.book({ ...coffee, description: 'SECOND COFFEE' })
  place.simulator.refreshes = false
  expect(await payees()).not.toContain('SECOND COFFEE')
  place.simulator.refreshes = true
  expect(await payees(false)).not.toContain('SECOND COFFEE')
  expect(await payees()).toContain('SECOND COFFEE')
  await place.close()
})

test('a token that ran out is replaced', async () => {
  const place = await world(simulatedBank())
  const context = contextFor(place, secretOf('5006768112'))
  await mastercard.listAccounts(context)
  place.simulator.expireTokens()
  await mastercard.listAccounts(context)
  expect(place.simulator.tokens()).toBe(2)
  await place.close()
})

test('the printed example is read; a shadow row is none', () => {
  const sample = readFileSync('../shared/samples/api/mastercard/transactions.json', 'utf8')
  const [row] = transactionsAnswer.parse(JSON.parse(sample)).transactions
  if (!row) throw new Error('no row')
  const today = asDate('2026-11-01')
  const account = { id: row.accountId }
  expect(rowOf(row, account, today)).toMatchObject({ id: '21284820852', minor: -82_890n, payee: 'Mint' })
  expect(rowOf({ ...row, status: 'shadow' }, account, today)).toBeNull()
})
