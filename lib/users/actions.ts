'use server'

import { action } from '#lib/auth/action.ts'
import { requestClient, requireSession } from '#lib/auth/scope.ts'
import { createInvite, revokeInvite } from './invites/mutations.ts'
import {
  changePassphrase,
  createApiToken,
  revokeApiToken,
  revokeOtherSessions,
  revokeSession,
  updateHousehold,
  updateProfile,
} from './mutations.ts'
import {
  householdSchema,
  idSchema,
  nothingSchema,
  passphraseChangeSchema,
  profileSchema,
  tokenSchema,
} from './schema.ts'

const day = 86_400_000

export const updateProfileAction = action(profileSchema, (scope, input) => updateProfile(scope, input))
export const updateHouseholdAction = action(householdSchema, (scope, input) => updateHousehold(scope, input))

export const changePassphraseAction = action(passphraseChangeSchema, async (scope, input) =>
  changePassphrase(scope, input, (await requireSession()).sessionId, await requestClient()),
)

export const revokeSessionAction = action(idSchema, (scope, { id }) => revokeSession(scope, id))
export const revokeOtherSessionsAction = action(nothingSchema, async (scope) =>
  revokeOtherSessions(scope, (await requireSession()).sessionId),
)

export const createTokenAction = action(tokenSchema, (scope, { name, write, expiresInDays }) =>
  createApiToken(scope, {
    name,
    scopes: write ? ['read', 'write'] : ['read'],
    expiresAt: expiresInDays === null ? null : new Date(scope.now.getTime() + expiresInDays * day),
  }),
)
export const revokeTokenAction = action(idSchema, (scope, { id }) => revokeApiToken(scope, id))

export const createInviteAction = action(nothingSchema, (scope) => createInvite(scope))
export const revokeInviteAction = action(idSchema, (scope, { id }) => revokeInvite(scope, id))
