import { type Secret, secretOf } from '#lib/secrets/secret.ts'

/** The settings of a provider that only asks for the host it may speak to. */
export const hostSetting = (origin: string): Record<string, Secret> => ({
  hosts: secretOf(new URL(origin).host),
})
