import { z } from 'zod'

const id = z.string().describe('An opaque id.')
const amount = z.string().describe('A decimal with the decimals of its currency, such as "-12.30".')
const currency = z.string().length(3).describe('An ISO 4217 code.')
const date = z.iso.date()
const instant = z.iso.datetime()

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

export const healthSchema = z.object({ status: z.string(), version: z.string(), database: z.string() })

export const meSchema = z.object({
  id,
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  currency,
  timeZone: z.string(),
  householdId: id,
  households: z.array(z.object({ id, name: z.string(), currency, timeZone: z.string(), role: z.string() })),
})

export const accountSchema = z.object({
  id,
  name: z.string(),
  institution: z.string().nullable(),
  type: z.enum(['checking', 'savings', 'credit_card', 'loan', 'investment', 'cash', 'other']),
  currency,
  last4: z.string().nullable(),
  balance: amount.nullable(),
  available: amount.nullable(),
  balanceAsOf: date.nullable(),
  balanceSource: z.string().nullable(),
  source: z.string(),
  connectionId: id.nullable(),
  hidden: z.boolean(),
  includeInNetWorth: z.boolean(),
  creditLimit: amount.nullable(),
})

export const balancePointSchema = z.object({ date, balance: amount, currency })

export const transactionSchema = z.object({
  id,
  accountId: id,
  date,
  amount,
  currency,
  payee: z.string(),
  rawDescription: z.string(),
  memo: z.string().nullable(),
  externalId: z.string().nullable(),
  checkNumber: z.string().nullable(),
  status: z.enum(['posted', 'pending']),
  kind: z.string(),
  countsAs: z.string(),
  categoryId: id.nullable(),
  categorySource: z.string().nullable(),
  tags: z.array(z.string()),
  note: z.string().nullable(),
  excluded: z.boolean(),
  transferId: id.nullable(),
  splits: z.array(z.object({ id, amount, categoryId: id.nullable(), note: z.string().nullable() })),
})

export const importReportSchema = z.object({
  id,
  fileName: z.string(),
  format: z.enum(['ofx', 'qif', 'csv', 'camt', 'mt940', 'xlsx']),
  status: z.enum(['imported', 'undone', 'preview']),
  sameAs: id.nullable().describe('The import that brought the same bytes before; nothing was read again.'),
  accounts: z.array(
    z.object({
      id: id.nullable(),
      name: z.string(),
      sourceAccountId: z.string().nullable(),
      last4: z.string().nullable(),
      type: z.string(),
      currency,
      ledgerBalance: amount.nullable(),
      availableBalance: amount.nullable(),
      balanceAsOf: date.nullable(),
      new: z.number().int(),
      duplicate: z.number().int(),
      updated: z.number().int(),
      skipped: z.number().int(),
      firstDate: date.nullable(),
      lastDate: date.nullable(),
      sum: amount,
    }),
  ),
  problems: z.array(
    z.object({
      line: z.number().int().nullable(),
      severity: z.enum(['skipped', 'warning']),
      message: z.string(),
    }),
  ),
  problemsLeftOut: z.number().int().describe('Problems beyond the 500 that are listed.'),
  kept: z.number().int().describe('Rows that an undo left because somebody had edited them.'),
})

export const spendingSchema = z.object({
  currency,
  data: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      gross: amount,
      refunds: amount,
      net: amount,
      count: z.number(),
    }),
  ),
  total: z.object({ gross: amount, refunds: amount, net: amount, count: z.number() }),
  excluded: z.array(
    z.object({
      reason: z.string(),
      count: z.number(),
      amount: amount.nullable(),
      currency: currency.nullable(),
    }),
  ),
  missing: z.number().int().describe('Rows in currencies without a known rate; they are in excluded too.'),
})

export const cashflowSchema = z.object({
  currency,
  data: z.array(
    z.object({
      from: date,
      to: date,
      income: amount,
      spending: amount,
      net: amount,
      savingsRate: z.number().nullable().describe('Whole percent of income; null without income.'),
    }),
  ),
})

export const netWorthSchema = z.object({
  currency,
  others: z.array(z.object({ amount, currency })).describe('Net worth in currencies without a known rate.'),
  data: z.array(z.object({ date, assets: amount, liabilities: amount, net: amount, missing: z.number() })),
})

export const categorySchema = z.object({
  id,
  parentId: id.nullable(),
  key: z.string().nullable(),
  name: z.string(),
  kind: z.enum(['expense', 'income', 'transfer']),
  color: z.number().int(),
  archived: z.boolean(),
})

export const ruleSchema = z.object({
  id,
  position: z.number().int(),
  field: z.enum(['payee', 'description']),
  operator: z.enum(['is', 'contains', 'starts_with']),
  value: z.string(),
  accountId: id.nullable(),
  min: amount.nullable(),
  max: amount.nullable(),
  categoryId: id,
  enabled: z.boolean(),
})

export const evidenceRowSchema = z.object({
  transactionId: id,
  accountId: id,
  accountName: z.string(),
  date,
  payee: z.string(),
  amount,
  currency,
})

export const alertSchema = z.object({
  id,
  ruleId: id,
  type: z.string(),
  status: z.enum(['new', 'seen', 'dismissed']),
  accountId: id.nullable(),
  occurredOn: date,
  evidence: z.array(evidenceRowSchema),
  postedOn: date,
  writtenAt: instant,
  seenAt: instant.nullable(),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
})

export const alertRuleSchema = z.object({
  id,
  type: z.string(),
  params: z.record(z.string(), z.unknown()),
  enabled: z.boolean(),
  email: z.boolean(),
  mutedAt: instant.nullable(),
})

export const backtestSchema = z.object({
  days: z.number().int(),
  from: date,
  to: date,
  count: z.number().int(),
  hits: z.array(
    z.object({ occurredOn: date, accountId: id.nullable(), evidence: z.array(evidenceRowSchema) }),
  ),
})

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() })
