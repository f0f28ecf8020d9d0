import type { Money } from '#lib/core/money.ts'

export const ruleFields = ['payee', 'description'] as const
export const ruleOperators = ['is', 'contains', 'starts_with'] as const
export type RuleField = (typeof ruleFields)[number]
export type RuleOperator = (typeof ruleOperators)[number]

/** First match by `position` wins; every condition that is set must hold. Amounts are of the absolute value. */
export type RuleCondition = {
  field: RuleField
  operator: RuleOperator
  value: string
  accountId: string | null
  minMinor: bigint | null
  maxMinor: bigint | null
}

export type Rule = RuleCondition & { id: string; position: number; categoryId: string; enabled: boolean }

/** What a rule would do to the rows that are there: how many match, and how many of those it may change. */
export type RuleTest = {
  matches: number
  /** Matches that the user did not categorise by hand and that have another category now. */
  changes: number
  examples: { id: string; payee: string; date: string; amount: Money }[]
}
