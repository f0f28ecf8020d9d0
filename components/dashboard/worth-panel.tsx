import { getTranslations } from 'next-intl/server'
import { BalanceLine } from '#components/charts/balance-line.tsx'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatDate } from '#lib/i18n/format.ts'
import { lastKnownDay } from '#lib/spending/choose-period.ts'
import { netWorth } from '#lib/spending/queries.ts'
import { worthView } from '#lib/spending/view.ts'
import { yearBefore, yearHistory } from './year-history.ts'

/** What all accounts together came to, week by week, as far back as every balance is known. */
export async function WorthPanel({ scope, basis }: PageBasis) {
  const { locale } = scope
  const today = lastKnownDay(scope, basis)
  const [t, histories] = await Promise.all([getTranslations('dashboard'), yearHistory(scope, today)])
  const range = { from: yearBefore(today), to: today, interval: 'week' as const }
  const worth = await netWorth(scope, range, histories)
  const points = worthView(worth)
  const [first] = points
  if (!first || points.length < 2)
    return (
      <Card span="full" heading={t('worth')}>
        <EmptyState title={t('worthUnknown')} />
      </Card>
    )
  const change = (points.at(-1)?.minor ?? 0n) - first.minor
  const key = change === 0n ? 'worthSame' : change > 0n ? 'worthUp' : 'worthDown'
  return (
    <BalanceLine
      span="full"
      heading={t('worth')}
      link={{ href: '/accounts', label: t('worthLink') }}
      takeaway={t.rich(key, {
        day: formatDate(first.date, locale),
        amount: () => (
          <Amount value={{ minor: change, currency: worth.currency }} cents={false} sign="never" />
        ),
      })}
      label={t('worthChart')}
      currency={worth.currency}
      points={points.map(({ date, balance, href }) => ({ date, balance, href }))}
    />
  )
}
