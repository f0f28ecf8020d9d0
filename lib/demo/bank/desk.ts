import 'server-only'
import { createLimiter } from '#lib/auth/limiter.ts'
import { ownOrigin } from '#lib/connections/providers/demo.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import { loginBook } from './login-book.ts'
import { claimDemoLogin, findDemoLogin, revokeDemoAccess } from './logins.ts'
import type { BankDesk } from './protocol.ts'

/** Where the Demo Bank answers, below this server's own address. */
export const bankRoot = (): string => `${ownOrigin()}/api/demo-bank`

/** What a person brings back from the consent page: SimpleFIN's setup token. */
export const setupTokenOf = (token: string): string =>
  Buffer.from(`${bankRoot()}/claim/${token}`).toString('base64')

const limiters = { claim: createLimiter(60, 60_000), access: createLimiter(120, 60_000) }

/** The desk with the store behind it. */
export const demoDesk: BankDesk = {
  claim: async (token, now) => {
    const given = await claimDemoLogin(token, now)
    if (!given) return null
    const access = new URL(`${bankRoot()}/simplefin`)
    access.username = given.user
    access.password = given.password
    return access.href
  },
  open: async (user, password, now) => {
    const login = await findDemoLogin(user, password)
    return login ? loginBook(login, dateInZone(now, login.timeZone)) : null
  },
  revoke: revokeDemoAccess,
  wait: (kind, key) => limiters[kind].take(key),
}
