import { z } from 'zod'
import { parseDate } from '#lib/core/calendar.ts'

const text = z.string().max(4000)
const optional = text.nullish()
const amount = z.object({ currency: z.string().regex(/^[A-Z]{3}$/), amount: text })
const day = z.string().transform((value, context) => {
  const date = parseDate(value.slice(0, 10))
  if (date) return date
  context.addIssue('not a day')
  return z.NEVER
})
const access = z.object({ valid_until: z.string().refine((value) => !Number.isNaN(Date.parse(value))) })
const party = z.object({ name: optional }).nullish()

const account = z.object({
  uid: text.min(1),
  identification_hash: optional,
  account_id: z.object({ iban: optional, other: z.object({ identification: optional }).nullish() }).nullish(),
  name: optional,
  details: optional,
  product: optional,
  cash_account_type: optional,
  currency: z.string().regex(/^[A-Z]{3}$/),
})

export const aspspsAnswer = z.object({
  aspsps: z.array(z.object({ name: text, country: z.string().length(2) })),
})
export const authAnswer = z.object({ url: z.url({ protocol: /^https?$/ }) })
export const sessionAnswer = z.object({
  session_id: text.min(1),
  accounts: z.array(account),
  aspsp: z.object({ name: text, country: optional }).nullish(),
  access,
})
export const sessionState = z.object({ status: text, access: access.nullish() })
export const balancesAnswer = z.object({
  balances: z.array(z.object({ balance_amount: amount, balance_type: text, reference_date: day.nullish() })),
})

const transaction = z.object({
  entry_reference: optional,
  transaction_amount: amount,
  creditor: party,
  debtor: party,
  credit_debit_indicator: z.enum(['CRDT', 'DBIT']),
  status: z.enum(['BOOK', 'PDNG']).catch('BOOK'),
  booking_date: day.nullish(),
  value_date: day.nullish(),
  transaction_date: day.nullish(),
  remittance_information: z.array(text).nullish(),
})

export const transactionsAnswer = z.object({
  transactions: z.array(transaction),
  continuation_key: optional,
})
export const faultAnswer = z.object({ error: optional, code: z.union([z.number(), z.string()]).nullish() })

/** What a connection keeps: the session and the accounts it opened, which are told once. */
export const keptSession = z.object({ sessionId: text.min(1), accounts: z.array(account) })

export type EnableAccount = z.output<typeof account>
export type EnableRow = z.output<typeof transaction>
export type EnableBalances = z.output<typeof balancesAnswer>['balances']
