import { z } from 'zod'

const purpose = z.enum(['show', 'alert', 'assistant'])

/** At least showing is agreed to; the longest consent is a year. */
export const consentChoiceSchema = z.object({
  purposes: z
    .array(purpose)
    .min(1)
    .max(3)
    .refine((all) => all.includes('show')),
  days: z.number().int().min(1).max(365),
})

export const beginLinkSchema = consentChoiceSchema.extend({
  provider: z.enum(['demo', 'simplefin', 'plaid', 'paypal', 'mastercard', 'enablebanking', 'sepay']),
  institutionId: z.string().max(120).nullable(),
  connectionId: z.uuid().optional(),
})

export const completeLinkSchema = z.object({
  state: z.string().min(20).max(200),
  fields: z.record(z.string().max(40), z.string().max(8000)),
})

export const connectionSchema = z.object({ id: z.uuid() })
export const disconnectSchema = z.object({ id: z.uuid(), keepRows: z.boolean() })
export const renewSchema = consentChoiceSchema.extend({ id: z.uuid() })
export const includeSchema = z.object({
  id: z.uuid(),
  providerAccountId: z.string().min(1).max(300),
  included: z.boolean(),
})
export const saveProviderSchema = z.object({
  provider: z.string().min(1).max(40),
  values: z.record(z.string().max(40), z.string().max(20_000)),
})
export const switchProviderSchema = z.object({ provider: z.string().min(1).max(40), enabled: z.boolean() })
