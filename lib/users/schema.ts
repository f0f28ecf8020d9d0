import { z } from 'zod'
import { isCurrencyCode } from '#lib/core/currency.ts'
import { locales } from '#lib/i18n/locales.ts'
import { isTimeZone } from '#lib/i18n/zone.ts'

/** Messages are keys of `errors` in the catalogue; the action wrapper says them in the person's language. */
export const emailField = z
  .string({ error: 'emailInvalid' })
  .trim()
  .max(254, 'emailInvalid')
  .regex(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'emailInvalid')
  .refine((text) => !text.includes('..') && !text.startsWith('.') && !text.includes('.@'), 'emailInvalid')

/** Only its size here; lib/auth/passphrase.ts decides whether it can be used. */
export const passphraseField = z
  .string({ error: 'passphraseMissing' })
  .min(1, 'passphraseMissing')
  .max(2048, 'tooLong')

export const nameField = z
  .string({ error: 'nameMissing' })
  .trim()
  .min(1, 'nameMissing')
  .max(100, 'textTooLong')
export const currencyField = z.string().refine(isCurrencyCode, 'currencyInvalid')
export const timeZoneField = z.string().max(64).refine(isTimeZone, 'timeZoneInvalid')

export const profileSchema = z.strictObject({ name: nameField, locale: z.enum(locales) })

export const householdSchema = z.strictObject({
  name: nameField,
  currency: currencyField,
  timeZone: timeZoneField,
  monthStartDay: z.int().min(1, 'monthStartDayInvalid').max(28, 'monthStartDayInvalid'),
  weekendRule: z.enum(['none', 'before', 'after']),
})

export const passphraseChangeSchema = z.strictObject({ current: passphraseField, next: passphraseField })

export const idSchema = z.strictObject({ id: z.uuid('not_found') })
export const nothingSchema = z.strictObject({})

export const tokenSchema = z.strictObject({
  name: nameField,
  write: z.boolean(),
  /** Days until it ends; null never. */
  expiresInDays: z.union([z.literal(30), z.literal(90), z.literal(365), z.null()]),
})

export type ProfileInput = z.infer<typeof profileSchema>
export type HouseholdInput = z.infer<typeof householdSchema>
export type PassphraseChange = z.infer<typeof passphraseChangeSchema>
export type TokenInput = z.infer<typeof tokenSchema>
