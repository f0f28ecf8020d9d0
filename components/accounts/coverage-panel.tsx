import { FileUp } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChartFrame } from '#components/charts/chart-frame.tsx'
import { ChartTable } from '#components/charts/chart-table.tsx'
import { Amount } from '#components/ui/amount.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { getCoverage } from '#lib/accounts/coverage-queries.ts'
import type { Coverage } from '#lib/accounts/types.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { money } from '#lib/core/money.ts'
import { formatDate, formatDateRange, formatMonth } from '#lib/i18n/format.ts'
import { MonthStrip } from './month-strip.tsx'

const shown = 3

/** Which months the account's statements cover, what is missing, and where balances and rows disagree. */
export async function CoveragePanel({ id }: { id: string }) {
  const [scope, t, locale] = await Promise.all([
    requireScope(),
    getTranslations('statements.coverage'),
    getLocale(),
  ])
  const { coverage, currency, fed } = await getCoverage(scope, id)
  if (!coverage)
    return (
      <Card heading={t('title')} span="full">
        <EmptyState
          title={t('empty')}
          text={t('emptyText')}
          actions={<ButtonLink href="/import">{t('emptyAction')}</ButtonLink>}
        />
      </Card>
    )
  const { months, holes } = coverage
  const stateOf = ({ state, overlapping }: Coverage['months'][number]) =>
    overlapping && state !== 'missing' ? `${t(`state.${state}`)}, ${t('overlapping')}` : t(`state.${state}`)
  const takeaway =
    holes.length > 0
      ? t('holes', { count: holes.length })
      : coverage.contradictions.length > 0
        ? t('disagree', { count: coverage.contradictions.length })
        : t('noHoles')
  return (
    <ChartFrame
      heading={t('title')}
      span="full"
      takeaway={takeaway}
      table={
        <ChartTable
          caption={t('caption')}
          nameHeading={t('month')}
          figureHeadings={[t('status')]}
          rows={months.map((month) => ({
            key: month.month,
            name: formatMonth(month.month, locale, true),
            href: `/transactions?account=${id}&period=${month.month.slice(0, 7)}`,
            figures: [stateOf(month)],
          }))}
        />
      }
    >
      <p className="mb-3 text-muted">
        {t('lead', {
          covered: months.filter((month) => month.state === 'covered').length,
          from: formatDate(coverage.from, locale),
          to: formatDate(coverage.to, locale),
        })}
        {fed && ` ${t('fed')}`}
      </p>
      <MonthStrip
        months={months.map((month) => ({
          ...month,
          label: t('monthState', { month: formatMonth(month.month, locale, true), state: stateOf(month) }),
        }))}
      />
      <Hints coverage={coverage} currency={currency} />
      {holes.length > 0 && (
        <ButtonLink href="/import" className="mt-4" icon={<Icon of={FileUp} size={16} />}>
          {t('action')}
        </ButtonLink>
      )}
    </ChartFrame>
  )
}

/** The newest holes and contradictions in words. */
async function Hints({ coverage, currency }: { coverage: Coverage; currency: string }) {
  const [t, locale] = await Promise.all([getTranslations('statements.coverage'), getLocale()])
  const holes = coverage.holes.toReversed()
  const contradictions = coverage.contradictions.toReversed()
  const more = Math.max(0, holes.length - shown) + Math.max(0, contradictions.length - shown)
  if (holes.length + contradictions.length === 0) return null
  return (
    <ul className="mt-4 flex list-disc flex-col gap-1 pl-5">
      {holes.slice(0, shown).map(({ from, to }) => (
        <li key={from}>{t('missing', { range: formatDateRange(from, to, locale) })}</li>
      ))}
      {contradictions.slice(0, shown).map(({ from, to, rows, moved }) => {
        const parts = {
          from: formatDate(from, locale),
          to: formatDate(to, locale),
          day: formatDate(to, locale),
          rows: () => <Amount value={money(rows, currency)} sign="always" />,
          moved: () => <Amount value={money(moved, currency)} sign="always" />,
        }
        return (
          <li key={`${from}-${to}-${moved}`}>
            {from === to ? t.rich('contradictionDay', parts) : t.rich('contradiction', parts)}
          </li>
        )
      })}
      {more > 0 && <li className="text-muted">{t('more', { count: more })}</li>}
    </ul>
  )
}
