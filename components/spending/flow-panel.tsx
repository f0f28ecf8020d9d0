import { getTranslations } from 'next-intl/server'
import { IncomeSpendingBars } from '#components/charts/income-spending-bars.tsx'
import { Amount } from '#components/ui/amount.tsx'
import type { CardSpan } from '#components/ui/card.tsx'
import { maxDate } from '#lib/core/calendar.ts'
import { periodOf, shiftPeriod } from '#lib/core/period.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import { savingsRateOf } from '#lib/spending/count-rows.ts'
import { cashflow } from '#lib/spending/queries.ts'
import { cashflowView, keptOver } from '#lib/spending/view.ts'
import type { PageBasis } from './page-basis.ts'

export type FlowPanelProps = PageBasis & { accountId?: string; span?: CardSpan; link?: boolean }

/** Income beside spending, month by month, and how much of it stayed. */
export async function FlowPanel({
  scope,
  basis,
  chosen,
  accountId,
  span = 'wide',
  link = true,
}: FlowPanelProps) {
  const last = periodOf(chosen.period.to, scope)
  const year = shiftPeriod(last, -11, scope).from
  const from = basis.oldest ? maxDate(year, periodOf(basis.oldest, scope).from) : year
  const [t, flow] = await Promise.all([
    getTranslations('dashboard'),
    cashflow(scope, { from, to: last.to, interval: 'month', accountId }),
  ])
  const { income, spending, net } = keptOver(flow)
  const rate = savingsRateOf(income.minor, spending.minor)
  const count = flow.data.length
  const takeaway =
    rate === null
      ? t.rich('flowNoIncome', { count, amount: () => <Amount value={spending} cents={false} /> })
      : rate >= 0
        ? t('flowKept', { count, percent: formatPercent(rate / 100, scope.locale) })
        : t.rich('flowOver', { count, amount: () => <Amount value={net} cents={false} sign="never" /> })
  return (
    <IncomeSpendingBars
      span={span}
      heading={t('flow')}
      link={link ? { href: '/spending#flow', label: t('flowLink') } : undefined}
      takeaway={takeaway}
      label={t('flowChart')}
      currency={flow.currency}
      months={cashflowView(flow, scope.today)}
    />
  )
}
