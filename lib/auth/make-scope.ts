import { dateInZone } from '#lib/core/calendar.ts'
import type { Actor, Scope } from '#lib/core/scope.ts'

export type ScopeParts = Omit<
  Scope,
  'today' | 'actor' | 'now' | keyof { [K in keyof Scope as K extends symbol ? K : never]: never }
>

/** The one place that makes a Scope. Callers: the session gate, the token gate, the job runner, the command line, tests. */
export function makeScope(parts: ScopeParts, actor: Actor, now: Date = new Date()): Scope {
  return { ...parts, actor, now, today: dateInZone(now, parts.timeZone) } as Scope
}
