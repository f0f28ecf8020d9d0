import type { Actor, Scope } from '#lib/core/scope.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { makeScope } from './make-scope.ts'
import type { SessionState } from './types.ts'

/** The right a session gives. `locale` is the page's language, which may differ from the profile's. */
export const scopeOfSession = (
  session: SessionState,
  locale: Locale = session.locale,
  actor: Actor = 'session',
): Scope =>
  makeScope(
    {
      householdId: session.household.id,
      userId: session.userId,
      locale,
      timeZone: session.household.timeZone,
      currency: session.household.currency,
      monthStartDay: session.household.monthStartDay,
      weekendRule: session.household.weekendRule,
    },
    actor,
  )
