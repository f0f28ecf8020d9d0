import { z } from 'zod'

const text = z.string().max(2000)
const optional = text.nullish()
const epoch = z.number().int().min(0).max(4_102_444_800)

const transaction = z.object({
  id: text.min(1),
  posted: epoch,
  amount: text,
  description: text,
  payee: optional,
  memo: optional,
  transacted_at: epoch.nullish(),
  pending: z.boolean().nullish(),
})

const account = z.object({
  id: text.min(1),
  name: text,
  currency: text,
  balance: text,
  'available-balance': optional,
  'balance-date': epoch,
  conn_id: optional,
  org: z.object({ name: optional, domain: optional }).nullish(),
  transactions: z.array(transaction).default([]),
  holdings: z.array(z.unknown()).nullish(),
})

/** Both versions: v1 has `errors` and an `org` per account, v2 `errlist`, `connections` and `conn_id`. */
export const accountSet = z.object({
  errors: z.array(text).default([]),
  errlist: z
    .array(z.object({ code: text, msg: text.default(''), conn_id: optional, account_id: optional }))
    .default([]),
  connections: z.array(z.object({ conn_id: text, name: optional, org_name: optional })).default([]),
  accounts: z.array(account),
})

export type AccountSet = z.output<typeof accountSet>
export type SimplefinAccount = z.output<typeof account>
export type SimplefinRow = z.output<typeof transaction>
