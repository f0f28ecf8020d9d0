import { getTranslations } from 'next-intl/server'
import { BarsByCategory } from '#components/charts/bars-by-category.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatPercent } from '#lib/i18n/format.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { spendingBy, usualBy } from '#lib/spending/queries.ts'
import { barsView, periodName, shareOf } from '#lib/spending/view.ts'
import type { AccountPanelProps } from './total-panel.tsx'

const shown = 10

/** The ten payees that took most, and everything else. */
export async function MerchantPanel({ scope, basis, chosen, accountId }: AccountPanelProps) {
  const { period } = chosen
  const { from, to } = period
  const [t, dashboard, spending, usual] = await Promise.all([
    getTranslations('spending'),
    getTranslations('dashboard'),
    spendingBy(scope, { from, to, accountId, groupBy: 'merchant', limit: shown }),
    usualBy(scope, 'merchant', period, { oldest: basis.oldest, until: chosen.until, accountId }),
  ])
  const rest = { label: dashboard('rest'), href: rowsHref({ from, to, accountId, counts: 'spending' }) }
  const bars = barsView({ spending, usual, by: 'merchant', period, accountId, shown, rest })
  const top = spending.data.slice(0, 3)
  const share = shareOf(
    top.reduce((sum, group) => sum + group.net, 0n),
    spending.total.net,
  )
  return (
    <Card
      span="full"
      heading={t('byMerchant')}
      takeaway={
        share
          ? t('byMerchantText', { count: top.length, percent: formatPercent(share, scope.locale) })
          : undefined
      }
    >
      {bars.length === 0 && (
        <EmptyState title={t('empty', { period: periodName(period, scope, scope.today, scope.locale) })} />
      )}
      <BarsByCategory rows={bars} />
    </Card>
  )
}
