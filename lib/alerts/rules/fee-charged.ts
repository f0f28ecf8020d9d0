import { z } from 'zod'
import { chosen, thresholds } from './params.ts'
import { purchaseEvidence, purchaseKey } from './purchase.ts'
import type { Purchase, Rule } from './rule.ts'

const params = z.strictObject({ thresholds })

const feeCategories = new Set(['fees', 'bank_fees', 'atm_fees', 'interest_charges', 'foreign_fees'])
const feeWords =
  /\b(?:overdraft|nsf|insufficient funds|(?:monthly|annual|late|maintenance|service|wire|atm|foreign transaction|transaction|returned item|cash advance) (?:fee|charge)|interest charge|finance charge)\b|\bphí (?:thường niên|duy trì|giao dịch|quản lý|chậm|phạt|sms|rút tiền)/i

const isFee = ({ categoryKey, description }: Purchase): boolean =>
  (categoryKey !== null && feeCategories.has(categoryKey)) || feeWords.test(description)

/** A bank's fee or interest: by its category, or by the bank's own words for it. */
export const feeCharged: Rule<z.infer<typeof params>> = {
  type: 'fee_charged',
  params,
  evaluate: (context, settings) =>
    context.purchases
      .filter((row) => row.judged && isFee(row))
      .filter((row) => -row.amount.minor >= (chosen(settings.thresholds, row.amount.currency)?.minor ?? 0n))
      .map((row) => ({
        dedupeKey: purchaseKey(row),
        accountId: row.accountId,
        occurredOn: row.date,
        evidence: purchaseEvidence(row, [row], {}),
      })),
}
