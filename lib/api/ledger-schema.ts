import { updateAccountSchema } from '#lib/accounts/schema.ts'

/** What a PATCH of an account may say. */
export const accountPatch = updateAccountSchema.omit({ id: true, version: true }).strict()
