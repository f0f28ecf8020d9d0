import 'server-only'
import { authEvents } from '#db/schema/users.ts'
import type { Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Client } from './types.ts'

export type AuthEvent =
  | 'signed-up'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'sessions-revoked'
  | 'passphrase-changed'
  | 'token-created'
  | 'token-revoked'
  | 'invite-created'
  | 'invite-revoked'

/** Adds a line to the log of the door; `userId` is null when nobody has that address. Needs withIdentity or withOperator. */
export const recordAuthEvent = (tx: Tx, event: AuthEvent, userId: string | null, client: Client, at: Date) =>
  tx.insert(authEvents).values({ id: newId(at.getTime()), userId, event, at, ...client })
