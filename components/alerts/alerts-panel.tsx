import { BellRing } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { SegmentedLinks } from '#components/ui/segmented-control.tsx'
import { listAlertRules, listAlerts } from '#lib/alerts/queries.ts'
import { requireScope } from '#lib/auth/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { AlertCard } from './alert-card.tsx'
import { KindIcon } from './kind-icon.tsx'
import { MarkSeen } from './mark-seen.tsx'

export type AlertsSearch = Promise<Record<string, string | string[] | undefined>>

export async function AlertsPanel({ search }: { search: AlertsSearch }) {
  const [{ show, before }, scope, t] = await Promise.all([search, requireScope(), getTranslations('alerts')])
  const dismissed = show === 'dismissed'
  const { alerts, next } = await listAlerts(scope, {
    show: dismissed ? 'dismissed' : 'open',
    before: typeof before === 'string' ? before : null,
  })
  const fresh = alerts.filter((alert) => alert.status === 'new').map(({ id }) => id)
  const older = new URLSearchParams({
    ...(dismissed && { show: 'dismissed' }),
    ...(next && { before: next }),
  })
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <div>
        <SegmentedLinks
          label={t('title')}
          items={[
            { href: '/alerts', label: t('list.showOpen'), current: !dismissed },
            { href: '/alerts?show=dismissed', label: t('list.showDismissed'), current: dismissed },
          ]}
        />
      </div>
      {alerts.length === 0 && (dismissed ? <NoneDismissed /> : <Quiet scope={scope} />)}
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} timeZone={scope.timeZone} today={scope.today} />
      ))}
      {next && (
        <div>
          <ButtonLink href={`/alerts?${older}`}>{t('list.older')}</ButtonLink>
        </div>
      )}
      <MarkSeen alertIds={fresh} />
    </div>
  )
}

/** Nothing to see is an answer too: it says what is being watched. */
async function Quiet({ scope }: { scope: Scope }) {
  const [rules, t] = await Promise.all([listAlertRules(scope), getTranslations('alerts')])
  const watched = rules.filter(({ enabled }) => enabled)
  return (
    <Card>
      <EmptyState
        icon={<Icon of={BellRing} size={24} />}
        title={t('list.emptyTitle')}
        text={watched.length > 0 ? t('list.emptyText') : t('list.emptyNoRules')}
      />
      <ul className="mx-auto -mt-3 grid max-w-md gap-3">
        {watched.map((rule) => (
          <li key={rule.id} className="flex items-center gap-3">
            <KindIcon type={rule.type} />
            <span className="min-w-0">
              <span className="block font-medium">{t(`kinds.${rule.type}.name`)}</span>
              <span className="block text-label text-muted text-pretty">{t(`kinds.${rule.type}.rule`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="pt-6 pb-4 text-center">
        <ButtonLink href="/alerts/rules">{t('rulesLink')}</ButtonLink>
      </div>
    </Card>
  )
}

async function NoneDismissed() {
  const t = await getTranslations('alerts')
  return (
    <Card>
      <EmptyState title={t('list.emptyDismissed')} />
    </Card>
  )
}

export function AlertsSkeleton() {
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <PanelSkeleton rows={2} />
      <PanelSkeleton rows={2} />
    </div>
  )
}
