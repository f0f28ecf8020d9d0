import 'server-only'
import { jobScope } from '#lib/auth/process-scope.ts'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { claimsOf } from '#lib/mail/mute-link.ts'
import { updateAlertRule } from './mutations.ts'
import { getAlertRule } from './queries.ts'
import type { AlertRule } from './types.ts'

const gone = (error: unknown): null => {
  if (isAppError(error) && error.code === 'not_found') return null
  throw error
}

async function withClaims(
  token: string,
  act: (scope: Scope, ruleId: string) => Promise<AlertRule>,
): Promise<AlertRule | null> {
  const claims = claimsOf(token)
  const scope = claims && (await jobScope(claims.householdId, claims.userId))
  return claims && scope ? act(scope, claims.ruleId).catch(gone) : null
}

/** Silences the rule a mail's link names, and no other; null when the link is not ours, or person or rule are gone. */
export const muteFromMail = (token: string): Promise<AlertRule | null> =>
  withClaims(token, (scope, ruleId) => updateAlertRule(scope, ruleId, { muted: true }))

/** The rule a mail's link is about, for the page that asks first. */
export const ruleFromMail = (token: string): Promise<AlertRule | null> => withClaims(token, getAlertRule)
