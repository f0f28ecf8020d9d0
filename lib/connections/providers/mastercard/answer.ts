import { z } from 'zod'

const text = z.string().max(4000)
const optional = text.nullish()
/** Ids are numbers in some answers and texts in others. */
const id = z.union([z.number().int(), text.min(1)]).transform(String)
const epoch = z.number().int().min(0).max(4_102_444_800)

export const tokenAnswer = z.object({ token: text.min(1) })
export const customerAnswer = z.object({ id })
export const linkAnswer = z.object({ link: z.url({ protocol: /^https?$/ }) })

const account = z.object({
  id,
  name: optional,
  accountNumberDisplay: optional,
  type: optional,
  currency: optional,
  balance: z.number().nullish(),
  balanceDate: epoch.nullish(),
  institutionId: id.nullish(),
  institutionLoginId: id.nullish(),
  aggregationStatusCode: z.number().int().nullish(),
})

const transaction = z.object({
  id,
  amount: z.number(),
  accountId: id,
  status: z.enum(['active', 'pending', 'shadow']),
  description: optional,
  memo: optional,
  postedDate: epoch.nullish(),
  transactionDate: epoch.nullish(),
  checkNum: id.nullish(),
  categorization: z.object({ normalizedPayeeName: optional, category: optional }).nullish(),
})

export const accountsAnswer = z.object({ accounts: z.array(account).default([]) })

/** `moreAvailable` is a text. */
export const transactionsAnswer = z.object({
  found: z.number().int().min(0),
  moreAvailable: z.union([z.boolean(), z.enum(['true', 'false'])]),
  transactions: z.array(transaction).default([]),
})

export type MastercardAccount = z.output<typeof account>
export type MastercardRow = z.output<typeof transaction>
