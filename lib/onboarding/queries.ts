import 'server-only'
import { type Env, env } from '#lib/env.ts'
import { isLoopbackHost } from '#lib/loopback.ts'
import { anyoneExists } from '#lib/users/queries.ts'
import type { SignUpGate, SignUpState } from './types.ts'

/** What stands between a visitor and a profile. The first person of an instance others can reach proves they read its log. */
export function gateFor(settings: Pick<Env, 'host' | 'signup' | 'publicUrl'>, first: boolean): SignUpGate {
  if (!first) return settings.signup === 'first' ? 'closed' : settings.signup
  const alone = isLoopbackHost(settings.host) && isLoopbackHost(new URL(settings.publicUrl).hostname)
  return alone ? 'open' : 'setupToken'
}

export async function signUpState(settings: Env = env()): Promise<SignUpState> {
  const first = !(await anyoneExists())
  return { gate: gateFor(settings, first), first }
}
