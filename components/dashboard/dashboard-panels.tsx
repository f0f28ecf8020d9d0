import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FlowPanel } from '#components/spending/flow-panel.tsx'
import { type PageSearch, pageBasis } from '#components/spending/page-basis.ts'
import { Panel } from '#components/spending/panel.tsx'
import { PanelBoundary } from '#components/spending/panel-boundary.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { CardGrid, CardLink } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { formatDay } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { periodName } from '#lib/spending/view.ts'
import { AccountsPanel } from './accounts-panel.tsx'
import { AttentionPanel, AttentionSkeleton } from './attention-panel.tsx'
import { DaysPanel } from './days-panel.tsx'
import { LatestPanel } from './latest-panel.tsx'
import { LeftPanel } from './left-panel.tsx'
import { PacePanel } from './pace-panel.tsx'
import { ThreeDoors } from './three-doors.tsx'
import { WherePanel } from './where-panel.tsx'
import { WorthPanel } from './worth-panel.tsx'

export type DashboardPanelsProps = {
  search: PageSearch
  /** What stands above everything; it comes with the panels' frames, so that nothing moves when it does. */
  banner?: ReactNode
  demo?: ReactNode
}

/** The whole page below its header; for a household without accounts, the three doors. */
export async function DashboardPanels({ search, banner, demo }: DashboardPanelsProps) {
  const page = await pageBasis(search)
  if (page.basis.accounts === 0) return <ThreeDoors demo={demo} />
  const { scope, chosen } = page
  const [t, { by }] = await Promise.all([getTranslations('dashboard'), search])
  const where = by === 'merchant' ? 'merchant' : 'category'
  const key = `${chosen.period.key} ${where}`
  return (
    <>
      {banner}
      {chosen.fallback && (
        <Notice
          className="mb-4"
          actions={
            <Link href={`/?period=${scope.today.slice(0, 7)}`} className={buttonClass()}>
              {t('toCurrent')}
            </Link>
          }
        >
          {t('shown', { period: periodName(chosen.period, scope, scope.today, scope.locale) })}
        </Notice>
      )}
      {chosen.rowsEnd && (
        <p className="mb-3 text-muted">
          {t('rowsEnd', { day: formatDay(chosen.rowsEnd, scope.today, scope.locale) })}{' '}
          <CardLink href="/import">{t('importNewest')}</CardLink>
        </p>
      )}
      <PanelBoundary heading={t('attention')}>
        <AttentionPanel scope={scope} />
      </PanelBoundary>
      <CardGrid className="mt-3 sm:mt-5">
        <Panel key={`pace ${key}`} heading={t('pace')} span="wide" chart>
          <PacePanel {...page} />
        </Panel>
        <Panel key={`left ${key}`} heading={t('left')} span="narrow" rows={4}>
          <LeftPanel {...page} />
        </Panel>
        <Panel key={`where ${key}`} heading={t('where')} span="wide" rows={7}>
          <WherePanel {...page} by={where} />
        </Panel>
        <Panel key={`days ${key}`} heading={t('days')} span="narrow" chart>
          <DaysPanel {...page} />
        </Panel>
        <Panel key={`flow ${key}`} heading={t('flow')} span="wide" chart>
          <FlowPanel {...page} />
        </Panel>
        <Panel heading={t('accounts')} span="narrow" rows={5}>
          <AccountsPanel {...page} />
        </Panel>
        <Panel heading={t('worth')} span="full" chart>
          <WorthPanel {...page} />
        </Panel>
        <Panel heading={t('latest')} span="full" rows={8}>
          <LatestPanel {...page} />
        </Panel>
      </CardGrid>
    </>
  )
}

/** The page's shape before anything is known about it. */
export function DashboardSkeleton() {
  return (
    <>
      <AttentionSkeleton />
      <CardGrid className="mt-3 sm:mt-5">
        <PanelSkeleton span="wide" chart />
        <PanelSkeleton span="narrow" rows={4} />
        <PanelSkeleton span="wide" rows={7} />
        <PanelSkeleton span="narrow" chart />
        <PanelSkeleton span="wide" chart />
        <PanelSkeleton span="narrow" rows={5} />
        <PanelSkeleton span="full" chart />
        <PanelSkeleton span="full" rows={8} />
      </CardGrid>
    </>
  )
}
