import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import type { MailState } from '#lib/mail/types.ts'

/** Every kind of alert there is; each has a file of its own in `rules/`. */
export const ruleTypes = [
  'low_balance',
  'large_transaction',
  'duplicate_charge',
  'fee_charged',
  'card_use',
  'new_merchant',
  'connection_trouble',
] as const

export type RuleType = (typeof ruleTypes)[number]

export const isRuleType = (text: string): text is RuleType => ruleTypes.some((type) => type === text)

/** What an import (its rows carry `importId`) or another write of this transaction has just added. */
export type Written = { importId?: string; accountIds: string[] }

/** A row that fired an alert, as it was then: a later edit does not rewrite what was said. */
export type EvidenceRow = {
  transactionId: string
  accountId: string
  accountName: string
  date: CalendarDate
  payee: string
  amount: Money
}

/** The numbers behind an alert. Which are set depends on the rule; amounts are of one currency. */
export type AlertFacts = {
  /** The line that was crossed: a balance, a charge or a share of the limit. */
  threshold?: Money
  balance?: Money
  limit?: Money
  medianMonth?: Money
  medianPurchase?: Money
  /** Charge divided by the median purchase, or percent of the limit used. */
  factor?: number
  count?: number
  accountCount?: number
  /** Whether the person set the threshold; otherwise it is the default, scaled to the household. */
  chosen?: boolean
  /** A login in trouble: `accountName` is then the name of its bank. */
  trouble?: Trouble
}

export const troubleCauses = ['needs_reauth', 'error', 'held', 'silent'] as const
export type TroubleCause = (typeof troubleCauses)[number]

/** What is wrong with a login. `code` is a key under `connections.errors`; `heard` is the day data last came, null if never. */
export type Trouble = {
  connectionId: string
  cause: TroubleCause
  code: string | null
  heard: CalendarDate | null
}

export type Evidence = {
  accountName: string | null
  payee: string | null
  amount: Money | null
  facts: AlertFacts
  rows: EvidenceRow[]
}

export type AlertStatus = 'new' | 'seen' | 'dismissed'

/** Instants of the receipt; null where that step has not happened (or there is no mail server). */
export type AlertTimes = {
  posted: CalendarDate
  written: Date
  seen: Date | null
  sent: Date | null
  delivered: Date | null
}

export type Alert = {
  id: string
  ruleId: string
  type: RuleType
  status: AlertStatus
  accountId: string | null
  occurredOn: CalendarDate
  evidence: Evidence
  times: AlertTimes
  mailId: string | null
  mailState: MailState | null
}

/** `params` has been through the type's own schema: unset values stand for the default. */
export type AlertRule = {
  id: string
  type: RuleType
  params: Record<string, unknown>
  enabled: boolean
  email: boolean
  mutedAt: Date | null
  createdAt: Date
}

/** What a rule found, before it is known whether it was said already. */
export type Candidate = {
  dedupeKey: string
  accountId: string | null
  occurredOn: CalendarDate
  evidence: Evidence
}

/** "Would have fired 4 times in the last 90 days", newest first. */
export type Backtest = { days: number; from: CalendarDate; to: CalendarDate; hits: Candidate[] }

/** Every amount that a sentence about an alert may hold, so that a page can print each the way amounts are printed. */
export function amountsOf({ amount, facts }: Evidence): Money[] {
  const { threshold, balance, limit, medianMonth, medianPurchase } = facts
  const owed = balance && { ...balance, minor: balance.minor < 0n ? -balance.minor : balance.minor }
  return [amount, threshold, balance, owed, limit, medianMonth, medianPurchase].flatMap((value) =>
    value ? [value] : [],
  )
}
