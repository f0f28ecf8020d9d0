import { expect, test } from 'vitest'
import { demoProvider } from '#lib/connections/providers/demo.ts'
import { contextFor, noKept, providerContract } from '#lib/connections/testing/contract.ts'
import { bookSomeWeeks, type SimulatedBank, simulatedBank } from '#lib/connections/testing/simulated-bank.ts'
import { faultOf, serveSimulator } from '#lib/connections/testing/simulators/serve.ts'
import { secretOf } from '#lib/secrets/secret.ts'
import type { BankBook } from './book.ts'
import { accountsAnswer, answerAsBank, type BankDesk, readBasic } from './protocol.ts'

const bookOf = (bank: SimulatedBank): BankBook => ({
  bank: { id: 'demo-bank', name: 'Demo Bank', url: 'https://demo-bank.example' },
  asOf: bank.today,
  trouble: bank.loginBroken ? 'Connection to Demo Bank may need attention' : null,
  accounts: bank.accounts.map(({ id, name, currency }) => ({
    id,
    name,
    currency,
    balance: bank.balanceOf(id),
    rows: [...bank.rows.values()]
      .filter(({ accountId }) => accountId === id)
      .map((row) => ({ ...row, madeOn: row.date })),
  })),
})

/** The functions behind the routes, on a real server, over a simulated bank instead of the store. */
async function world(bank: SimulatedBank) {
  const tokens = new Set(['first', 'second'])
  let waits: number | null = null
  const desk: BankDesk = {
    claim: async (token) =>
      tokens.delete(token) ? `${server.origin.replace('//', '//login:p%2Fw@')}/simplefin` : null,
    open: async (user, password) =>
      user === 'login' && password === 'p/w' && !bank.revoked ? bookOf(bank) : null,
    revoke: async (user) => {
      const known = user === 'login' && !bank.revoked
      bank.revoked = true
      return known
    },
    wait: () => waits,
  }
  const server = await serveSimulator(async ({ method, url, headers }) => {
    const isData = url.pathname === '/simplefin/accounts' && !bank.revoked
    if (isData) bank.beforeAnswer()
    const fault = isData ? faultOf(bank) : null
    if (fault) return fault
    const request = new Request(url, { method, headers: { authorization: headers.authorization ?? '' } })
    const answer = await answerAsBank(desk, request, url.pathname.slice(1).split('/'), new Date())
    return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers) }
  })
  const tokenOf = (token: string) => Buffer.from(`${server.origin}/claim/${token}`).toString('base64')
  return {
    provider: demoProvider(() => [new URL(server.origin).host]),
    origin: server.origin,
    answer: () => noKept({ token: tokenOf('first') }),
    close: server.close,
    slow: (seconds: number | null) => {
      waits = seconds
    },
  }
}

providerContract('Demo Bank', world)

test('a token works once, a withdrawn access no more, and withdrawing twice is no failure', async () => {
  const bank = simulatedBank()
  const here = await world(bank)
  const { secret } = await here.provider.completeLink(contextFor(here, null), here.answer())
  await expect(here.provider.completeLink(contextFor(here, null), here.answer())).rejects.toMatchObject({
    code: 'token_claimed',
  })
  expect(await here.provider.revoke(contextFor(here, secret))).toBe(true)
  await expect(here.provider.listAccounts(contextFor(here, secret))).rejects.toMatchObject({
    code: 'revoked',
  })
  expect(await here.provider.revoke(contextFor(here, secret))).toBe(true)
  await here.close()
})

test('who asks too often waits', async () => {
  const here = await world(simulatedBank())
  const { secret } = await here.provider.completeLink(contextFor(here, null), here.answer())
  here.slow(30)
  await expect(here.provider.listAccounts(contextFor(here, secret))).rejects.toMatchObject({
    code: 'rate_limited',
    retryAfterSeconds: 30,
  })
  await here.close()
})

test('a repair names the login at the bank', async () => {
  const provider = demoProvider(() => ['127.0.0.1:3000'])
  const secret = secretOf('http://login-7:p@127.0.0.1:3000/api/demo-bank/simplefin')
  const start = await provider.startLink(contextFor({ origin: 'http://127.0.0.1:3000' }, secret), {
    institutionId: null,
    returnUrl: 'http://localhost:3000/link/done',
    state: 's',
    repair: true,
    known: noKept({}).known,
  })
  const query = start.kind === 'redirect' ? new URL(start.url).searchParams : null
  expect([query?.get('repair'), query?.get('login'), query?.get('state')]).toEqual(['1', 'login-7', 's'])
})

test('every parameter of /accounts is heeded, in both versions', () => {
  const bank = simulatedBank()
  bookSomeWeeks(bank)
  bank.book({ accountId: 'ACT-1', date: bank.today, minor: -5n, description: 'X', pending: true })
  type Said = {
    accounts: { id: string; transactions: { posted: number }[] }[]
    errors?: string[]
    errlist?: object[]
  }
  const ask = (query: string) => accountsAnswer(bookOf(bank), new URLSearchParams(query)) as Said
  const rows = (query: string) => ask(query).accounts.flatMap(({ transactions }) => transactions)
  expect([rows('').length, rows('pending=1').length, rows('balances-only=1').length]).toEqual([60, 61, 0])
  expect(ask('account=ACT-2').accounts.map(({ id }) => id)).toEqual(['ACT-2'])
  const day = Date.parse('2026-10-31T12:00:00Z') / 1000
  expect(rows(`start-date=${day}`)).toHaveLength(1)
  expect(rows(`end-date=${day}`)).toHaveLength(59)
  expect([ask('').errors, ask('version=2').errlist]).toEqual([[], []])
  bank.loginBroken = true
  expect([ask('').errors?.length, ask('version=2').errlist?.length, ask('').accounts.length]).toEqual([
    1, 1, 0,
  ])
})

test('only a Basic header with a user and a colon is read', () => {
  const header = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
  expect(readBasic(header('a:b:c'))).toEqual({ user: 'a', password: 'b:c' })
  for (const wrong of [null, '', 'Basic', 'Bearer x', header(':b'), header('ab'), 'Basic ===='])
    expect(readBasic(wrong)).toBeNull()
})
