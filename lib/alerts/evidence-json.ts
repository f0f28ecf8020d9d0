import { z } from 'zod'
import { asDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import { type Evidence, troubleCauses } from './types.ts'

const money = z
  .object({ minor: z.string().regex(/^-?\d+$/), currency: z.string() })
  .transform(({ minor, currency }): Money => ({ minor: BigInt(minor), currency }))

const amount = money.optional()

const stored = z.object({
  accountName: z.string().nullable(),
  payee: z.string().nullable(),
  amount: money.nullable(),
  facts: z.object({
    threshold: amount,
    balance: amount,
    limit: amount,
    medianMonth: amount,
    medianPurchase: amount,
    factor: z.number().optional(),
    count: z.number().optional(),
    accountCount: z.number().optional(),
    chosen: z.boolean().optional(),
    trouble: z
      .object({
        connectionId: z.string(),
        cause: z.enum(troubleCauses),
        code: z.string().nullable(),
        heard: z.string().transform(asDate).nullable(),
      })
      .optional(),
  }),
  rows: z.array(
    z.object({
      transactionId: z.string(),
      accountId: z.string(),
      accountName: z.string(),
      date: z.string().transform(asDate),
      payee: z.string(),
      amount: money,
    }),
  ),
})

/** Evidence as JSON can hold it: amounts as texts of minor units. */
export const evidenceToJson = (evidence: Evidence): string =>
  JSON.stringify(evidence, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

export const evidenceFromJson = (json: unknown): Evidence => stored.parse(json)
