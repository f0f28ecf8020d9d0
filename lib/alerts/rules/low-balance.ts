import { z } from 'zod'
import { type Money, money } from '#lib/core/money.ts'
import type { Candidate } from '../types.ts'
import { type Crossing, crossings, currentCrossing } from './crossings.ts'
import { chosen, thresholds } from './params.ts'
import type { Context, Rule, Usual, WatchedAccount } from './rule.ts'

const params = z.strictObject({
  thresholds,
  /** The default line, in percent of the median month's spending. */
  percent: z.number().int().min(1).max(200).default(20),
})
type Params = z.infer<typeof params>

/** Cards have "card use": a card's balance is below zero by nature. */
const isCash = ({ type }: WatchedAccount): boolean =>
  type === 'checking' || type === 'savings' || type === 'cash'

/** The line of a currency: the chosen one, else a share of the median month; null without a month to go by. */
export function lowBalanceLine(
  usual: Usual | undefined,
  currency: string,
  { thresholds: own, percent }: Params,
): Money | null {
  const amount = chosen(own, currency)
  if (amount) return amount
  const month = usual?.medianMonth
  return month ? money((month * BigInt(percent)) / 100n, currency) : null
}

export const lowBalance: Rule<Params> = {
  type: 'low_balance',
  params,
  evaluate: (context, settings) =>
    context.accounts.filter(isCash).flatMap((account) => {
      const usual = context.usual.get(account.currency)
      const line = lowBalanceLine(usual, account.currency, settings)
      if (!line || line.minor <= 0n) return []
      const lines = [line.minor, line.minor / 2n, 0n]
      return found(context, account, lines).map((crossing) =>
        candidate(account, crossing, line, usual, settings),
      )
    }),
}

/** What a write or a back-test of this context tells of, for any rule about balances. */
export function found(context: Context, account: WatchedAccount, lines: readonly bigint[]): Crossing[] {
  const points = context.balances.get(account.id) ?? []
  if (context.replay) return crossings(points, lines).filter(({ day }) => day >= context.from)
  const current = currentCrossing(points, lines)
  return current ? [current] : []
}

function candidate(
  account: WatchedAccount,
  crossing: Crossing,
  line: Money,
  usual: Usual | undefined,
  settings: Params,
): Candidate {
  const { currency } = account
  const month = usual?.medianMonth ?? null
  return {
    dedupeKey: `${account.id}:${crossing.since}:${crossing.level}`,
    accountId: account.id,
    occurredOn: crossing.day,
    evidence: {
      accountName: account.name,
      payee: null,
      amount: null,
      facts: {
        balance: money(crossing.minor, currency),
        threshold: line,
        medianMonth: month === null ? undefined : money(month, currency),
        factor: settings.percent,
        chosen: chosen(settings.thresholds, currency) !== null,
      },
      rows: [],
    },
  }
}
