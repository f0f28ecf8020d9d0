import { z } from 'zod'
import { ProviderError } from '../provider-error.ts'

const text = z.string().max(2000)
const optional = text.nullish()

const refusal = z.object({ error_type: text.default(''), error_code: text })
export type Refused = z.output<typeof refusal>

const account = z.object({
  account_id: text.min(1),
  name: text,
  mask: optional,
  type: text,
  subtype: optional,
  balances: z.object({
    available: z.number().nullish(),
    current: z.number().nullish(),
    iso_currency_code: optional,
    unofficial_currency_code: optional,
    last_updated_datetime: optional,
  }),
})

const transaction = z.object({
  transaction_id: text.min(1),
  account_id: text.min(1),
  amount: z.number(),
  iso_currency_code: optional,
  unofficial_currency_code: optional,
  date: text,
  authorized_date: optional,
  name: optional,
  merchant_name: optional,
  original_description: optional,
  check_number: optional,
  pending: z.boolean(),
  pending_transaction_id: optional,
  personal_finance_category: z.object({ primary: text, detailed: optional }).nullish(),
})

export const syncAnswer = z.object({
  added: z.array(transaction),
  modified: z.array(transaction),
  removed: z.array(z.object({ transaction_id: text, account_id: optional })),
  next_cursor: z.string().max(2000),
  has_more: z.boolean(),
  transactions_update_status: optional,
})

export const accountsAnswer = z.object({ accounts: z.array(account) })

export const itemAnswer = z.object({
  item: z.object({
    item_id: text,
    institution_id: optional,
    institution_name: optional,
    error: refusal.nullish(),
    consent_expiration_time: optional,
  }),
  status: z.object({ transactions: z.object({ last_successful_update: optional }).nullish() }).nullish(),
})

export const linkTokenAnswer = z.object({
  link_token: text.min(1),
  expiration: text,
  hosted_link_url: z.url({ protocol: /^https?$/ }).optional(),
})

const linked = z.object({
  public_token: text.min(1),
  institution: z.object({ name: optional, institution_id: optional }).nullish(),
  accounts: z.array(z.object({ mask: optional })).default([]),
})

export const linkSessionsAnswer = z.object({
  link_sessions: z
    .array(z.object({ results: z.object({ item_add_results: z.array(linked) }).nullish() }))
    .nullish(),
})

export const exchangeAnswer = z.object({ access_token: text.min(1), item_id: text.min(1) })
export const removeAnswer = z.object({ request_id: text })

export const keyAnswer = z.object({
  key: z.object({
    alg: z.literal('ES256'),
    crv: z.literal('P-256'),
    kty: z.literal('EC'),
    kid: text,
    x: text,
    y: text,
    expired_at: z.number().nullish(),
  }),
})

export const webhookBody = z.object({
  webhook_type: text,
  webhook_code: text,
  item_id: optional,
  error: refusal.nullish(),
  consent_expiration_time: optional,
  disconnect_time: optional,
})

export type PlaidAccount = z.output<typeof account>
export type PlaidRow = z.output<typeof transaction>
export type SyncPage = z.output<typeof syncAnswer>
export type PlaidItem = z.output<typeof itemAnswer>
export type LinkedLogin = z.output<typeof linked>
export type WebhookBody = z.output<typeof webhookBody>

const unreadable = () => new ProviderError('bad_answer', 'The provider gave an answer that cannot be read.')

/** An answer of a known shape; anything else is a ProviderError `bad_answer`. */
export function answered<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw unreadable()
  return parsed.data
}

export const refused = (data: unknown): Refused => answered(refusal, data)
