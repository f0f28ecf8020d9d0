import { z } from 'zod'

const text = z.string().max(4000)
const optional = text.nullish()
const amount = z.object({ currency_code: z.string().regex(/^[A-Z]{3}$/), value: text })
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)))

export const tokenAnswer = z.object({ access_token: text.min(1), expires_in: z.number().min(0) })

/** Names are PayPal's; the code of a fault may be in `name` or in an issue. */
export const faultAnswer = z.object({
  name: optional,
  details: z.array(z.object({ issue: optional })).nullish(),
})

const name = z.object({ given_name: optional, surname: optional, alternate_full_name: optional })

const detail = z.object({
  transaction_info: z.object({
    transaction_id: text.min(1),
    paypal_reference_id: optional,
    transaction_event_code: z.string().regex(/^T\d{4}$/),
    transaction_initiation_date: instant,
    transaction_updated_date: instant.nullish(),
    transaction_amount: amount,
    fee_amount: amount.nullish(),
    transaction_status: z.enum(['D', 'P', 'S', 'V']),
    transaction_subject: optional,
    transaction_note: optional,
    invoice_id: optional,
  }),
  payer_info: z.object({ email_address: optional, payer_name: name.nullish() }).nullish(),
  cart_info: z.object({ item_details: z.array(z.object({ item_name: optional })).nullish() }).nullish(),
})

export const transactionsAnswer = z.object({
  transaction_details: z.array(detail).default([]),
  last_refreshed_datetime: instant.nullish(),
  total_items: z.number().int().min(0),
  total_pages: z.number().int().min(0),
})

const balance = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  primary: z.boolean().nullish(),
  total_balance: amount,
  available_balance: amount.nullish(),
})

export const balancesAnswer = z.object({
  balances: z.array(balance),
  account_id: optional,
  as_of_time: instant,
})

export type PaypalDetail = z.output<typeof detail>
export type PaypalTransactions = z.output<typeof transactionsAnswer>
export type PaypalBalances = z.output<typeof balancesAnswer>
