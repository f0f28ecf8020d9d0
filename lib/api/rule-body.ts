import { parseDecimal } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Rule } from '#lib/rules/types.ts'
import { decimalOf } from './serialise.ts'

type Sizes = { min?: string | null; max?: string | null }

const minorOf = (text: string | null, currency: string): bigint | null =>
  text === null ? null : (parseDecimal(text, currency)?.minor ?? null)

/** `min` and `max` of a request as minor units; left out where the request leaves them out. */
export const sizesOf = (
  scope: Scope,
  { min, max }: Sizes,
): { minMinor?: bigint | null; maxMinor?: bigint | null } => ({
  ...(min === undefined ? {} : { minMinor: minorOf(min, scope.currency) }),
  ...(max === undefined ? {} : { maxMinor: minorOf(max, scope.currency) }),
})

export const ruleBody = (scope: Scope, { minMinor, maxMinor, ...rule }: Rule) => ({
  id: rule.id,
  position: rule.position,
  field: rule.field,
  operator: rule.operator,
  value: rule.value,
  accountId: rule.accountId,
  min: minMinor === null ? null : decimalOf(minMinor, scope.currency),
  max: maxMinor === null ? null : decimalOf(maxMinor, scope.currency),
  categoryId: rule.categoryId,
  enabled: rule.enabled,
})
