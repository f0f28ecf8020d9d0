import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { providerSettings } from '#db/schema/connections.ts'
import { withOperator } from '#db/scope.ts'
import { providerVariables } from '#lib/env.ts'
import { openSecret, sealSecret } from '#lib/secrets/envelope.ts'
import { type Secret, secretOf } from '#lib/secrets/secret.ts'

const stored = z.record(z.string(), z.string())
const placeOf = (provider: string) =>
  ({ purpose: 'provider-settings', householdId: null, id: provider }) as const

/**
 * The instance's keys for a provider, veiled: what an administrator typed, before what the environment has under
 * `PLAID_CLIENT_ID` and the like. Empty when there are none or they are switched off.
 */
export async function providerSettingsOf(provider: string): Promise<Record<string, Secret>> {
  const [row] = await withOperator((tx) =>
    tx.select().from(providerSettings).where(eq(providerSettings.provider, provider)),
  )
  if (row?.enabled === false) return {}
  const outside = veiled(providerVariables(provider))
  if (!row?.secret || !row.secretKey || !row.secretKeyId) return outside
  const { secret, secretKey, secretKeyId } = row
  const text = openSecret(placeOf(provider), { secret, secretKey, secretKeyId }).reveal()
  return { ...outside, ...veiled(stored.parse(JSON.parse(text))) }
}

const veiled = (values: Readonly<Record<string, string>>): Record<string, Secret> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, secretOf(value)]))

/** Replaces a provider's keys; callers have made sure that an administrator asks. They are never read back to a page. */
export async function saveProviderSettings(
  provider: string,
  values: Readonly<Record<string, Secret>>,
  userId: string,
): Promise<void> {
  const plain = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.reveal()]))
  const row = {
    ...sealSecret(placeOf(provider), secretOf(JSON.stringify(plain))),
    fields: Object.keys(values),
    enabled: true,
    updatedBy: userId,
    updatedAt: new Date(),
  }
  await withOperator((tx) =>
    tx
      .insert(providerSettings)
      .values({ provider, ...row })
      .onConflictDoUpdate({ target: providerSettings.provider, set: row }),
  )
}
