import { z } from 'zod'
import { isCurrencyCode } from '#lib/core/currency.ts'
import { type Money, parseDecimal } from '#lib/core/money.ts'

/** Amounts a person chose, one per currency, as plain decimals: `{ "USD": "500.00" }`. Other currencies keep the default. */
export const thresholds = z
  .record(z.string(), z.string())
  .default({})
  .superRefine((amounts, issues) => {
    for (const [currency, text] of Object.entries(amounts)) {
      const amount = isCurrencyCode(currency) ? parseDecimal(text, currency) : null
      if (!amount || amount.rounded || amount.minor <= 0n || amount.minor > 10n ** 15n)
        issues.addIssue({
          code: 'custom',
          path: [currency],
          message: `an amount above zero in ${currency}, such as 250`,
        })
    }
  })

/** The chosen amount of a currency, or null when the default holds. */
export function chosen(amounts: Record<string, string>, currency: string): Money | null {
  const text = amounts[currency]
  const amount = text === undefined ? null : parseDecimal(text, currency)
  return amount ? { minor: amount.minor, currency } : null
}
