import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '#components/ui/class-names.ts'
import { exponentOf } from '#lib/core/currency.ts'
import { type Money, percentOf } from '#lib/core/money.ts'
import { formatPercent } from '#lib/i18n/format.ts'

const unusual = 20

/** More or less than usual, in words; from a fifth more on it asks to be looked at. A base under ten units says nothing. */
export function CategoryChange({ amount, usual }: { amount: Money; usual?: Money | null }) {
  const t = useTranslations('common')
  const locale = useLocale()
  const base = usual && usual.minor >= 10n * 10n ** BigInt(exponentOf(usual.currency)) ? usual : null
  const change = base && percentOf(amount.minor - base.minor, base.minor)
  const look = 'hidden text-right text-xs text-subtle @xl:block'
  if (change === null || change === undefined) return <span className={look} />
  if (change === 0) return <span className={look}>{t('chartAsUsual')}</span>
  const percent = formatPercent(Math.abs(change) / 100, locale)
  const more = change > 0
  return (
    <span className={classNames(look, 'num', change >= unusual && 'font-[550] text-warning')}>
      <span aria-hidden>{more ? '▲' : '▼'} </span>
      {t(more ? 'chartMore' : 'chartLess', { percent })}
    </span>
  )
}
