import { wordsOf } from '#lib/merchants/words.ts'
import type { RuleCondition } from './types.ts'

/** What a rule looks at. Texts are compared as folded words, so case, accents and punctuation do not matter. */
export type RuleSubject = {
  payee: string
  merchantKey: string
  rawDescription: string
  minor: bigint
  accountId: string
}

export const normalise = (text: string): string => wordsOf(text).join(' ')

type Texts = { payee: string; key: string; description: string }
export type CompiledRule<T extends RuleCondition> = { rule: T; value: string }

export const compile = <T extends RuleCondition>(rule: T): CompiledRule<T> => ({
  rule,
  value: normalise(rule.value),
})

export const textsOf = (subject: RuleSubject): Texts => ({
  payee: normalise(subject.payee),
  key: subject.merchantKey,
  description: normalise(subject.rawDescription),
})

function textMatches(operator: RuleCondition['operator'], text: string, value: string): boolean {
  if (operator === 'is') return text === value
  return operator === 'contains' ? text.includes(value) : text.startsWith(value)
}

/** Whether a compiled rule applies; a rule whose value has no letters or digits never does. */
export function ruleMatches(
  { rule, value }: CompiledRule<RuleCondition>,
  subject: RuleSubject,
  texts: Texts,
): boolean {
  if (value === '') return false
  if (rule.accountId !== null && rule.accountId !== subject.accountId) return false
  const size = subject.minor < 0n ? -subject.minor : subject.minor
  if (rule.minMinor !== null && size < rule.minMinor) return false
  if (rule.maxMinor !== null && size > rule.maxMinor) return false
  if (rule.field === 'description') return textMatches(rule.operator, texts.description, value)
  return textMatches(rule.operator, texts.payee, value) || textMatches(rule.operator, texts.key, value)
}
