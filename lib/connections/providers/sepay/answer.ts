import { z } from 'zod'
import { parseDate } from '#lib/core/calendar.ts'

const text = z.string().max(2000)
const optional = text.nullish()
const dong = z.number().int().min(-9_000_000_000_000_000).max(9_000_000_000_000_000)

const account = z.object({
  id: text.min(1),
  account_number: text,
  account_holder_name: optional,
  bank_brand_name: optional,
  bank_short_name: optional,
  label: optional,
  accumulated: dong.nullish(),
  active: z.union([z.boolean(), z.number(), z.string()]).nullish(),
})

const transaction = z.object({
  id: text.min(1),
  transaction_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
    .refine((text) => parseDate(text.slice(0, 10)) !== null),
  account_number: text,
  transfer_type: z.enum(['in', 'out']),
  amount_in: dong.min(0),
  amount_out: dong.min(0),
  transaction_content: optional,
  reference_number: optional,
  code: optional,
  bank_account_id: text,
})

const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({
    data: z.array(row),
    meta: z.object({ pagination: z.object({ total: z.number().int(), has_more: z.boolean() }) }),
  })

export const accountsPage = pageOf(account)
export const transactionsPage = pageOf(transaction)

/** A webhook's row has other names than the list's; only what tells it apart is read. */
export const webhookBody = z.object({ id: z.union([z.number(), z.string()]), accountNumber: optional })

export type SepayAccount = z.output<typeof account>
export type SepayRow = z.output<typeof transaction>
