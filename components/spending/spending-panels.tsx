import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card, CardGrid } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { periodName } from '#lib/spending/view.ts'
import { CategoryPanel } from './category-panel.tsx'
import { FlowPanel } from './flow-panel.tsx'
import { MerchantPanel } from './merchant-panel.tsx'
import { MonthsPanel } from './months-panel.tsx'
import { accountOf, type PageSearch, pageBasis } from './page-basis.ts'
import { Panel } from './panel.tsx'
import { TotalPanel } from './total-panel.tsx'

/** Everything below the header of the spending page. */
export async function SpendingPanels({ search }: { search: PageSearch }) {
  const page = await pageBasis(search)
  const { scope, basis, chosen } = page
  const [t, dashboard, accountId] = await Promise.all([
    getTranslations('spending'),
    getTranslations('dashboard'),
    accountOf(search),
  ])
  if (basis.newest === null)
    return (
      <Card>
        <EmptyState
          title={dashboard('noRowsTitle')}
          text={dashboard('noRowsText')}
          actions={
            <ButtonLink kind="primary" href="/import">
              {dashboard('doorImport')}
            </ButtonLink>
          }
        />
      </Card>
    )
  const panel = { ...page, accountId }
  const key = `${chosen.period.key} ${accountId}`
  return (
    <>
      {chosen.fallback && (
        <Notice className="mb-4">
          {dashboard('shown', { period: periodName(chosen.period, scope, scope.today, scope.locale) })}
        </Notice>
      )}
      <CardGrid>
        <Panel key={`total ${key}`} heading={t('title')} span="narrow" rows={6}>
          <TotalPanel {...panel} />
        </Panel>
        <Panel key={`category ${key}`} heading={t('byCategory')} span="wide" rows={8}>
          <CategoryPanel {...panel} />
        </Panel>
        <Panel key={`months ${key}`} heading={t('byMonth')} span="full" chart>
          <MonthsPanel {...panel} />
        </Panel>
        <Panel key={`merchant ${key}`} heading={t('byMerchant')} span="full" rows={10}>
          <MerchantPanel {...panel} />
        </Panel>
        <div id="flow" className="col-span-full scroll-mt-20">
          <Panel key={`flow ${key}`} heading={t('flow')} chart>
            <FlowPanel {...panel} span={undefined} link={false} />
          </Panel>
        </div>
      </CardGrid>
    </>
  )
}

/** The page's shape before anything is known about it. */
export function SpendingSkeleton() {
  return (
    <CardGrid>
      <PanelSkeleton span="narrow" rows={6} />
      <PanelSkeleton span="wide" rows={8} />
      <PanelSkeleton span="full" chart />
    </CardGrid>
  )
}
