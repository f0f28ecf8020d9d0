import { z } from 'zod'
import { parseDate } from '#lib/core/calendar.ts'
import { isCurrencyCode } from '#lib/core/currency.ts'
import { accountTypes } from './types.ts'

export const idSchema = z.uuid()
export const dateSchema = z.string().transform((text, context) => {
  const date = parseDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: 'Must be a date, YYYY-MM-DD' })
  return z.NEVER
})
const name = z.string().trim().min(1).max(80)
const currency = z.string().refine(isCurrencyCode, 'Must be a currency code such as USD')
const amount = z.string().regex(/^-?\d{1,15}(\.\d+)?$/, 'Must be an amount such as -12.30')

/** A balance somebody types: money owed is negative. */
const typedBalance = z.object({ amount, asOf: dateSchema.optional() })

export const createAccountSchema = z.object({
  name,
  type: z.enum(accountTypes),
  currency,
  institution: z.string().trim().max(80).optional(),
  balance: typedBalance.optional(),
})

export const updateAccountSchema = z.object({
  id: idSchema,
  version: z.number().int().positive().optional(),
  name: name.optional(),
  type: z.enum(accountTypes).optional(),
  hidden: z.boolean().optional(),
  includeInNetWorth: z.boolean().optional(),
  creditLimit: amount.nullable().optional(),
  balance: typedBalance.optional(),
})

export const deleteAccountSchema = z.object({ id: idSchema })

export const balanceHistorySchema = z.object({
  from: dateSchema,
  to: dateSchema,
  accountIds: z.array(idSchema).max(200).optional(),
})

export type CreateAccountInput = z.output<typeof createAccountSchema>
export type UpdateAccountInput = z.output<typeof updateAccountSchema>
