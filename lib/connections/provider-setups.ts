import 'server-only'
import { eq } from 'drizzle-orm'
import { providerSettings } from '#db/schema/connections.ts'
import { withIdentity, withOperator } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { requireAdmin } from '#lib/users/invites/queries.ts'
import { providerSettingsOf } from './provider-settings.ts'
import { providers } from './providers.ts'

/** Providers that can be offered: those that need no keys, and those whose keys are there; none that is switched off. */
export async function configuredProviders(): Promise<ReadonlySet<string>> {
  const off = await withOperator((tx) =>
    tx
      .select({ id: providerSettings.provider })
      .from(providerSettings)
      .where(eq(providerSettings.enabled, false)),
  )
  const ready = await Promise.all(
    providers.map(async ({ id, settingNames }) => {
      if (off.some((row) => row.id === id)) return null
      if (settingNames.length === 0) return id
      const settings = await providerSettingsOf(id)
      return settingNames.every((name) => settings[name]) ? id : null
    }),
  )
  return new Set(ready.filter((id) => id !== null))
}

export type ProviderSetup = {
  provider: string
  /** Names of keys it needs, and those it may have besides. */
  needed: readonly string[]
  optional: readonly string[]
  /** Which are set on the page; those of the environment are not told apart. */
  set: readonly string[]
  enabled: boolean
  ready: boolean
}

/** Every provider and which of its keys are there, by name; only for the person who runs the instance (AppError forbidden). */
export async function listProviderSetups(scope: Scope): Promise<ProviderSetup[]> {
  await withIdentity((tx) => requireAdmin(tx, scope))
  const ready = await configuredProviders()
  const { provider, enabled, fields } = providerSettings
  const rows = await withOperator((tx) => tx.select({ provider, enabled, fields }).from(providerSettings))
  return providers.map(({ id, settingNames }) => {
    const row = rows.find((each) => each.provider === id)
    return {
      provider: id,
      needed: settingNames,
      optional: optionalSettings(id),
      set: row?.fields ?? [],
      enabled: row?.enabled ?? true,
      ready: ready.has(id),
    }
  })
}

const optional: Readonly<Record<string, readonly string[]>> = {
  simplefin: ['hosts'],
  plaid: ['env', 'itemLimit'],
  paypal: ['origin'],
  mastercard: ['origin'],
  enablebanking: ['origin'],
  sepay: ['webhookSecret', 'webhookApiKey', 'origin'],
}

/** A bridge of one's own beside SimpleFIN's, a sandbox's address, how many logins a plan has, what proves webhooks. */
export const optionalSettings = (provider: string): readonly string[] => optional[provider] ?? []
