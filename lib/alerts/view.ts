import type { Money } from '#lib/core/money.ts'
import { formatMoney, formatPercent } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import type { RuleLines } from './rule-lines.ts'
import { lowBalanceLine } from './rules/low-balance.ts'
import { chosen } from './rules/params.ts'
import type { AlertRule, RuleType } from './types.ts'

/** One rule as its card shows it: where the line is in each currency, in words, and the fields to move it. */
export type RuleView = {
  id: string
  type: RuleType
  name: string
  sentence: string
  enabled: boolean
  email: boolean
  mutedAt: Date | null
  /** As they are stored: what the form does not show stays as it is. */
  params: Record<string, unknown>
  lines: { currency: string; text: string; amounts: Money[] }[]
  fields: { currency: string; label: string; hint: string; value: string }[]
  percent: { label: string; hint: string; value: string } | null
}

const thresholdsOf = ({ params }: AlertRule): Record<string, string> => {
  const { thresholds } = params
  if (typeof thresholds !== 'object' || thresholds === null) return {}
  return Object.fromEntries(Object.entries(thresholds).map(([currency, text]) => [currency, String(text)]))
}

const percentOf = ({ params }: AlertRule, otherwise: number): number =>
  typeof params.percent === 'number' ? params.percent : otherwise

type Default = { amount: Money | null; median: Money | null }

function defaultOf(rule: AlertRule, lines: RuleLines): Default {
  if (rule.type === 'low_balance') {
    const { medianMonth, currency } = lines
    const usual = {
      currency,
      medianMonth: medianMonth?.minor ?? null,
      medianPurchase: null,
      purchases: 0,
      largest: [],
      includesJudged: false,
    }
    const settings = { thresholds: {}, percent: percentOf(rule, 20) }
    return { amount: lowBalanceLine(usual, currency, settings), median: medianMonth }
  }
  if (rule.type === 'large_transaction') return { amount: lines.large, median: lines.medianPurchase }
  if (rule.type === 'new_merchant') return { amount: lines.medianPurchase, median: lines.medianPurchase }
  return { amount: null, median: null }
}

/** Duplicates and fees are told of whatever their size; the others need an amount to go by. */
const hasDefaultAmount = (type: RuleType): boolean => type !== 'duplicate_charge' && type !== 'fee_charged'

/** Words for one rule, in the person's language and with the household's own numbers. */
export function ruleView(rule: AlertRule, allLines: readonly RuleLines[], locale: Locale): RuleView {
  const t = translatorFor(locale, 'alerts')
  const { type } = rule
  const own = thresholdsOf(rule)
  const many = allLines.length > 1
  const base = {
    id: rule.id,
    type,
    name: t(`kinds.${type}.name`),
    sentence: t(`kinds.${type}.rule`),
    enabled: rule.enabled,
    email: rule.email,
    mutedAt: rule.mutedAt,
    params: rule.params,
  }
  if (type === 'connection_trouble') {
    const text = t('kinds.connection_trouble.default')
    return { ...base, lines: [{ currency: '', text, amounts: [] }], fields: [], percent: null }
  }
  if (type === 'card_use') {
    const percent = percentOf(rule, 80)
    const text = t('kinds.card_use.default', { percent: formatPercent(percent / 100, locale) })
    return {
      ...base,
      lines: [{ currency: '', text, amounts: [] }],
      fields: [],
      percent: {
        label: t('kinds.card_use.percentLabel'),
        hint: t('kinds.card_use.percentHint'),
        value: String(percent),
      },
    }
  }
  const percent = formatPercent(percentOf(rule, 20) / 100, locale)
  const described = allLines.map((lines) => {
    const { amount, median } = defaultOf(rule, lines)
    const mine = chosen(own, lines.currency)
    const show = (value: Money | null): string => (value ? formatMoney(value, locale) : '–')
    const values = { amount: show(mine ?? amount), median: show(median), percent, currency: lines.currency }
    const known = amount !== null || !hasDefaultAmount(type)
    const text = mine
      ? t(`kinds.${type}.chosen`, values)
      : known
        ? t(`kinds.${type}.default`, values)
        : t(`kinds.${type}.unknown`, values)
    const label = t(`kinds.${type}.amountLabel`)
    return {
      line: {
        currency: lines.currency,
        text,
        amounts: [mine ?? amount, median].flatMap((value) => (value ? [value] : [])),
      },
      field: {
        currency: lines.currency,
        label: many ? t('rulesPage.inCurrency', { label, currency: lines.currency }) : label,
        hint: known
          ? t(`kinds.${type}.amountHint`, { ...values, amount: show(amount) })
          : t(`kinds.${type}.unknown`, values),
        value: own[lines.currency] ?? '',
      },
    }
  })
  return {
    ...base,
    lines: described
      .map(({ line }) => line)
      .filter((line, at, all) => all.findIndex(({ text }) => text === line.text) === at),
    fields: described.map(({ field }) => field),
    percent: null,
  }
}
