import type { CalendarDate } from './calendar.ts'

declare const brand: unique symbol

/** Who acts for a household: a person in a browser, a token of theirs, the job runner or the operator's command line. */
export type Actor = 'session' | 'token' | 'job' | 'cli'

/**
 * The right to act inside one household. Only lib/auth/scope.ts makes one; every query and mutation takes it first.
 * `now` is the instant the request began and `today` its calendar day in the household's zone, so that a test can pin both.
 */
export type Scope = {
  readonly [brand]: true
  readonly householdId: string
  readonly userId: string
  readonly actor: Actor
  readonly locale: 'en' | 'vi'
  readonly timeZone: string
  readonly currency: string
  readonly monthStartDay: number
  readonly weekendRule: 'none' | 'before' | 'after'
  readonly now: Date
  readonly today: CalendarDate
}
