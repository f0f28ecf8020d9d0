'use server'

import { action } from '#lib/auth/action.ts'
import { env } from '#lib/env.ts'
import { disconnect } from './disconnect.ts'
import { orFailure } from './failure-code.ts'
import { beginLink, completeLink } from './link.ts'
import {
  allowRemovals,
  consentData,
  consentText,
  includeAccount,
  renewConsent,
  saveProviderKeys,
  switchProvider,
} from './mutations.ts'
import {
  beginLinkSchema,
  completeLinkSchema,
  connectionSchema,
  disconnectSchema,
  includeSchema,
  renewSchema,
  saveProviderSchema,
  switchProviderSchema,
} from './schema.ts'

const quiet = { refresh: false }

/** Where to go, or which fields to fill in; `state` comes back with them. */
export const beginLinkAction = action(
  beginLinkSchema,
  (scope, { purposes, days, connectionId, ...input }) =>
    orFailure(
      beginLink(scope, {
        ...input,
        ...(connectionId ? { connectionId } : {}),
        returnUrl: `${env().publicUrl}/api/connections/return`,
        consent: { data: consentData, purposes, textVersion: consentText, days },
      }).then(({ state, start }) =>
        start.kind === 'redirect'
          ? { kind: 'redirect' as const, url: start.url }
          : { kind: 'form' as const, state, fields: [...start.fields] },
      ),
    ),
  quiet,
)

export const completeLinkAction = action(
  completeLinkSchema,
  (scope, input) => orFailure(completeLink(scope, input)),
  quiet,
)

export const disconnectAction = action(disconnectSchema, (scope, input) => disconnect(scope, input))
export const renewConsentAction = action(renewSchema, (scope, input) => renewConsent(scope, input))
export const includeAccountAction = action(includeSchema, (scope, input) => includeAccount(scope, input))
export const allowRemovalsAction = action(connectionSchema, (scope, { id }) => allowRemovals(scope, id))
export const saveProviderAction = action(saveProviderSchema, (scope, input) => saveProviderKeys(scope, input))
export const switchProviderAction = action(switchProviderSchema, (scope, input) =>
  switchProvider(scope, input),
)
