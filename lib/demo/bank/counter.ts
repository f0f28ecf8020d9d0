import 'server-only'
import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { loginBook } from './login-book.ts'
import { type DemoLogin, listDemoLogins } from './logins.ts'

/** `waiting`: nobody has claimed the token yet. */
export type CounterLogin = {
  id: string
  openedOn: CalendarDate
  state: 'ok' | 'broken' | 'withdrawn' | 'waiting'
  accounts: number
  pending: number
}

const stateOf = ({ revokedAt, accessHash, broken }: DemoLogin): CounterLogin['state'] => {
  if (revokedAt) return 'withdrawn'
  if (!accessHash) return 'waiting'
  return broken ? 'broken' : 'ok'
}

/** What the bank's counter shows of this household's logins, newest first. */
export async function counterOf(scope: Scope): Promise<CounterLogin[]> {
  const logins = await listDemoLogins(scope)
  return logins.reverse().map((login) => {
    const { accounts } = loginBook(login, scope.today)
    return {
      id: login.id,
      openedOn: login.openedOn,
      state: stateOf(login),
      accounts: accounts.length,
      pending: accounts.flatMap(({ rows }) => rows).filter(({ pending }) => pending).length,
    }
  })
}
