import { z } from 'zod'
import { locales } from '#lib/i18n/locales.ts'
import { currencyField, emailField, nameField, passphraseField, timeZoneField } from '#lib/users/schema.ts'

export const profileFields = {
  email: emailField,
  passphrase: passphraseField,
  name: nameField,
  locale: z.enum(locales),
  currency: currencyField,
  timeZone: timeZoneField,
}

export const newProfileSchema = z.strictObject(profileFields)

/** `proof` is the set-up token of the log or the code of an invitation, whichever the gate asks for. */
export const signUpSchema = z.strictObject({
  ...profileFields,
  keep: z.boolean(),
  proof: z.string().trim().max(200).optional(),
})

export const signInSchema = z.strictObject({
  email: z.string().trim().min(1, 'emailMissing').max(254, 'emailInvalid'),
  passphrase: passphraseField,
  keep: z.boolean(),
})

export type NewProfile = z.infer<typeof newProfileSchema>
export type SignUpInput = z.infer<typeof signUpSchema>
