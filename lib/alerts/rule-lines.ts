import 'server-only'
import { withScope } from '#db/scope.ts'
import { addMonths } from '#lib/core/calendar.ts'
import { type Money, money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { loadAccounts } from './load-balances.ts'
import { loadUsual } from './load-usual.ts'
import { usualLine } from './rules/large-transaction.ts'
import type { Usual } from './rules/rule.ts'

/** What the defaults mean for this household in one currency; null where there is too little to go by. */
export type RuleLines = {
  currency: string
  medianMonth: Money | null
  medianPurchase: Money | null
  large: Money | null
}

/** One per currency of the person's accounts, the household's own first. */
export const loadRuleLines = (scope: Scope): Promise<RuleLines[]> =>
  withScope(scope, async (tx) => {
    const accounts = await loadAccounts(tx, scope.householdId, scope.userId)
    const currencies = [...new Set([scope.currency, ...accounts.map(({ currency }) => currency)])]
    const used = currencies.filter((code) => accounts.some(({ currency }) => currency === code))
    const window = {
      from: addMonths(scope.today, -12),
      to: scope.today,
      accounts: null,
      judged: { kind: 'all' },
    } as const
    const ids = accounts.map(({ id }) => id)
    const wanted = used.length > 0 ? used : [scope.currency]
    const usual = await loadUsual(tx, scope.householdId, ids, window, wanted, true)
    return wanted.map((currency) => linesOf(currency, usual.get(currency)))
  })

function linesOf(currency: string, usual: Usual | undefined): RuleLines {
  const amount = (minor: bigint | null | undefined): Money | null =>
    minor === null || minor === undefined ? null : money(minor, currency)
  return {
    currency,
    medianMonth: amount(usual?.medianMonth),
    medianPurchase: amount(usual?.medianPurchase),
    large: amount(usualLine(usual, null)),
  }
}
