import { errorCodeOf } from '#lib/connections/view.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { absolute, type Money } from '#lib/core/money.ts'
import { formatDate, formatMoney, formatPercent } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import type { Evidence, RuleType } from './types.ts'

export type Described = { headline: string; why: string }

export type Describable = { type: RuleType; evidence: Evidence; occurredOn: CalendarDate }

/** What happened and why it is said, in words, for pages, mails and the API alike. */
export function describeAlert({ type, evidence, occurredOn }: Describable, locale: Locale): Described {
  const t = translatorFor(locale, 'alerts')
  const { facts } = evidence
  const show = (amount: Money | null | undefined): string => (amount ? formatMoney(amount, locale) : '–')
  const percent = (value = 0): string => formatPercent(value / 100, locale)
  const values = {
    account: evidence.accountName ?? '–',
    payee: evidence.payee ?? '–',
    amount: show(evidence.amount),
    threshold: show(facts.threshold),
    count: facts.count ?? 0,
  }
  switch (type) {
    case 'low_balance': {
      const balance = show(facts.balance)
      const below = facts.balance !== undefined && facts.balance.minor < 0n
      const key = below ? 'kinds.low_balance.headlineBelowZero' : 'kinds.low_balance.headline'
      const why = facts.chosen ? 'kinds.low_balance.whyChosen' : 'kinds.low_balance.why'
      const median = show(facts.medianMonth)
      return {
        headline: t(key, { ...values, balance }),
        why: t(why, { ...values, percent: percent(facts.factor), median }),
      }
    }
    case 'large_transaction': {
      const why = facts.chosen ? 'kinds.large_transaction.whyChosen' : 'kinds.large_transaction.why'
      return {
        headline: t('kinds.large_transaction.headline', values),
        why: t(why, { ...values, factor: facts.factor ?? 0, median: show(facts.medianPurchase) }),
      }
    }
    case 'duplicate_charge':
      return {
        headline: t('kinds.duplicate_charge.headline', values),
        why: t('kinds.duplicate_charge.why', { ...values, accounts: facts.accountCount ?? 1 }),
      }
    case 'fee_charged':
      return { headline: t('kinds.fee_charged.headline', values), why: t('kinds.fee_charged.why', values) }
    case 'card_use':
      return {
        headline: t('kinds.card_use.headline', { ...values, percent: percent(facts.factor) }),
        why: t('kinds.card_use.why', {
          balance: show(facts.balance && absolute(facts.balance)),
          limit: show(facts.limit),
          line: percent(facts.count),
        }),
      }
    case 'connection_trouble': {
      const { cause = 'silent', code = null, heard = null } = facts.trouble ?? {}
      const since = formatDate(heard ?? occurredOn, locale)
      const reason = code === null ? '' : translatorFor(locale, 'connections')(`errors.${errorCodeOf(code)}`)
      const todo = code === 'consent_expired' ? 'renew' : cause
      const said = t('kinds.connection_trouble.why', { since, todo, heard: heard === null ? 'no' : 'yes' })
      return {
        headline: t(`kinds.connection_trouble.headlines.${cause}`, values),
        why: [reason, said].filter((part) => part !== '').join(' '),
      }
    }
    case 'new_merchant': {
      const why = facts.chosen ? 'kinds.new_merchant.whyChosen' : 'kinds.new_merchant.why'
      return {
        headline: t('kinds.new_merchant.headline', values),
        why: t(why, { ...values, median: show(facts.medianPurchase) }),
      }
    }
  }
}
