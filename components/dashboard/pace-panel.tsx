import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PaceLine } from '#components/charts/pace-line.tsx'
import { ExplainFigure } from '#components/spending/explain-figure.tsx'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { Amount } from '#components/ui/amount.tsx'
import { partsOf } from '#lib/core/calendar.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { pace } from '#lib/spending/queries.ts'
import { comparePace, paceView, periodName } from '#lib/spending/view.ts'

const changes = { less: 'Less', more: 'More', same: 'Same' } as const

/** What was spent so far, beside a usual month to the same day. */
export async function PacePanel({ scope, basis, chosen }: PageBasis) {
  const { period, current, until, rowsEnd } = chosen
  const [t, found] = await Promise.all([
    getTranslations('dashboard'),
    pace(scope, period, { oldest: basis.oldest, until }),
  ])
  const { currency } = found
  const compared = comparePace(found)
  const change = compared ? changes[compared.change] : 'Alone'
  const figure = { kind: 'pace' as const, from: period.from, to: until }
  const parts = {
    spent: () => (
      <ExplainFigure figure={figure} title={t('spentTitle')}>
        <Amount value={{ minor: found.spent, currency }} cents={false} tone="accent" />
      </ExplainFigure>
    ),
    difference: () => <Amount value={{ minor: compared?.difference ?? 0n, currency }} cents={false} />,
  }
  const sentence: ReactNode =
    (current || rowsEnd) && scope.monthStartDay === 1
      ? t.rich(`pace${change}`, { ...parts, day: partsOf(until).day })
      : t.rich(`pacePast${change}`, parts)
  return (
    <PaceLine
      span="wide"
      heading={
        current ? t('pace') : t('pacePast', { period: periodName(period, scope, scope.today, scope.locale) })
      }
      link={{
        href: rowsHref({ from: period.from, to: period.to, counts: 'spending' }),
        label: t('paceRows', { count: found.count + found.oneOff.count }),
      }}
      takeaway={
        <>
          {sentence}
          {found.oneOff.count > 0 && (
            <span className="block text-label font-normal tracking-normal text-muted">
              {t.rich('paceOneOff', {
                amount: () => <Amount value={{ minor: found.oneOff.minor, currency }} cents={false} />,
              })}
            </span>
          )}
        </>
      }
      label={t('paceChart')}
      currency={currency}
      days={paceView(found)}
      today={scope.today}
    />
  )
}
