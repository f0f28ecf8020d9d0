import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button, ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { inputClass } from '#components/ui/input.tsx'
import type { CalendarDate } from '#lib/core/calendar.ts'
import {
  nextPeriod,
  type Period,
  type PeriodRule,
  periodOf,
  previousPeriod,
  shiftPeriod,
} from '#lib/core/period.ts'
import { getPathname, Link } from '#lib/i18n/navigation.ts'
import { withQuery } from '#lib/spending/links.ts'
import { periodName } from '#lib/spending/view.ts'

export type PeriodPickerProps = {
  path: '/' | '/spending'
  period: Period
  rule: PeriodRule
  today: CalendarDate
  oldest: CalendarDate | null
  /** Other parameters to keep. */
  keep?: Record<string, string | undefined>
}

/** Back, on, and a small window with the last months and days of one's own. All of it links and one plain form: no script. */
export function PeriodPicker({ path, period, rule, today, oldest, keep = {} }: PeriodPickerProps) {
  const t = useTranslations('spending')
  const locale = useLocale()
  const now = periodOf(today, rule)
  const before = previousPeriod(period, rule)
  const after = nextPeriod(period, rule)
  const hrefOf = (to: Period) => withQuery(path, { ...keep, period: to.key === now.key ? null : to.key })
  const keyed = (to: Period) => withQuery(path, { ...keep, period: to.key })
  const square = 'min-w-10 px-0! pointer-coarse:min-w-11'
  const months = Array.from({ length: 12 }, (_, index) => shiftPeriod(now, -index, rule))
  return (
    <div className="flex items-center gap-2">
      <ButtonLink
        href={keyed(before)}
        scroll={false}
        aria-label={t('previous')}
        title={periodName(before, rule, today, locale)}
        aria-disabled={oldest !== null && before.to < oldest ? true : undefined}
        className={square}
        icon={<Icon of={ChevronLeft} />}
      />
      {after.from > today ? (
        <button type="button" disabled aria-label={t('next')} className={buttonClass('secondary', square)}>
          <Icon of={ChevronRight} />
        </button>
      ) : (
        <ButtonLink
          href={keyed(after)}
          scroll={false}
          aria-label={t('next')}
          title={periodName(after, rule, today, locale)}
          className={square}
          icon={<Icon of={ChevronRight} />}
        />
      )}
      <details key={period.key} className="relative">
        <summary
          aria-label={t('choosePeriod')}
          title={t('choosePeriod')}
          className={buttonClass('secondary', classNames(square, 'list-none cursor-pointer'))}
        >
          <Icon of={CalendarDays} />
        </summary>
        <div className="float absolute top-full right-0 z-30 mt-1.5 w-72 max-w-[calc(100vw-2rem)] p-3 sm:right-auto sm:left-0">
          <p className="mb-1 text-label font-medium text-muted">{t('lastMonths')}</p>
          <ul className="grid grid-cols-2 gap-1">
            {months.map((month) => (
              <li key={month.key}>
                <Link
                  href={hrefOf(month)}
                  scroll={false}
                  aria-current={month.key === period.key ? 'true' : undefined}
                  className={classNames(
                    'control flex items-center rounded-small px-2.5 hover:bg-inset',
                    month.key === period.key && 'bg-inset font-semibold',
                  )}
                >
                  {periodName(month, rule, today, locale)}
                </Link>
              </li>
            ))}
          </ul>
          <form action={getPathname({ href: path, locale })} className="mt-3 border-t border-border pt-3">
            <p className="mb-1 text-label font-medium text-muted">{t('ownRange')}</p>
            {Object.entries(keep).map(([name, value]) =>
              value ? <input key={name} type="hidden" name={name} value={value} /> : null,
            )}
            <div className="grid gap-2">
              <label className="grid gap-1 text-label text-muted">
                {t('from')}
                <input type="date" name="from" required defaultValue={period.from} className={inputClass} />
              </label>
              <label className="grid gap-1 text-label text-muted">
                {t('to')}
                <input type="date" name="to" required defaultValue={period.to} className={inputClass} />
              </label>
              <Button type="submit">{t('show')}</Button>
            </div>
          </form>
        </div>
      </details>
    </div>
  )
}
