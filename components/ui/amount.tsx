import { useLocale, useTranslations } from 'next-intl'
import type { Money } from '#lib/core/money.ts'
import { formatMoney, type SignDisplay } from '#lib/i18n/format.ts'
import { classNames } from './class-names.ts'

/** `flow`: money in is green and carries a plus, money out is plain ink with a minus. */
export type AmountTone = 'plain' | 'flow' | 'muted' | 'positive' | 'negative' | 'accent'

export type AmountProps = {
  value: Money
  /** `auto` (only minus), `always` or `never`. The tone `flow` means `always`. */
  sign?: SignDisplay
  cents?: boolean
  /** ISO code instead of the symbol, for lists with several currencies. */
  code?: boolean
  tone?: AmountTone
  className?: string
}

const colours: Record<AmountTone, string> = {
  plain: '',
  flow: '',
  muted: 'text-muted',
  positive: 'text-positive',
  negative: 'text-negative',
  accent: 'text-accent',
}

/** The only way to print money. Hidden by `data-private` on the page, its name becomes "hidden amount". */
export function Amount({ value, sign, cents = true, code = false, tone = 'plain', className }: AmountProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  const colour = tone === 'flow' && value.minor > 0n ? 'text-positive' : colours[tone]
  const shown = formatMoney(value, locale, {
    sign: sign ?? (tone === 'flow' ? 'always' : 'auto'),
    cents,
    code,
  })
  return (
    <span className={classNames('amount num', colour, className)}>
      <span className="amount-shown">{shown}</span>
      <span className="amount-hidden sr-only">{t('hiddenAmount')}</span>
    </span>
  )
}
