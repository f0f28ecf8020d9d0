import { AppError } from '#lib/core/errors.ts'
import type { Candidate, RuleType } from '../types.ts'
import { cardUse } from './card-use.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { duplicateCharge } from './duplicate-charge.ts'
import { feeCharged } from './fee-charged.ts'
import { largeTransaction } from './large-transaction.ts'
import { lowBalance } from './low-balance.ts'
import { newMerchant } from './new-merchant.ts'
import type { Context, Rule } from './rule.ts'

type Checked = {
  /** The parameters with their defaults; throws AppError `invalid` that names the bad fields. */
  parse: (params: unknown) => Record<string, unknown>
  /** The same for what the store holds: what this version cannot read falls back to the defaults, so that no write fails on it. */
  restore: (params: unknown) => Record<string, unknown>
  evaluate: (context: Context, params: unknown) => Candidate[]
}

function checked<Params extends Record<string, unknown>>(rule: Rule<Params>): Checked {
  const parse = (params: unknown): Params => {
    const result = rule.params.safeParse(params ?? {})
    if (result.success) return result.data
    const errors = result.error.issues.map(({ path, message }) => ({
      path: ['params', ...path].join('.'),
      message,
    }))
    throw new AppError('invalid', `The parameters of a ${rule.type} rule are not usable.`, { errors })
  }
  const restore = (params: unknown): Params => {
    const result = rule.params.safeParse(params ?? {})
    return result.success ? result.data : rule.params.parse({})
  }
  return { parse, restore, evaluate: (context, params) => rule.evaluate(context, parse(params)) }
}

export const rules: Record<RuleType, Checked> = {
  low_balance: checked(lowBalance),
  large_transaction: checked(largeTransaction),
  duplicate_charge: checked(duplicateCharge),
  fee_charged: checked(feeCharged),
  card_use: checked(cardUse),
  new_merchant: checked(newMerchant),
  connection_trouble: checked(connectionTrouble),
}
