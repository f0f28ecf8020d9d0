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
    <div className="grid max-w-3xl gap-4">
      <SegmentedLinks
        label={t('title')}
        items={[
          { href: '/alerts', label: t('list.showOpen'), current: !dismissed },
          { href: '/alerts?show=dismissed', label: t('list.showDismissed'), current: dismissed },
        ]}
      />
      {alerts.length === 0 && (dismissed ? <NoneDismissed /> : <Quiet scope={scope} />)}
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} timeZone={scope.timeZone} />
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
        actions={<ButtonLink href="/alerts/rules">{t('rulesLink')}</ButtonLink>}
      />
      <ul className="mx-auto grid max-w-md gap-1.5 pb-4 text-label text-muted">
        {watched.map((rule) => (
          <li key={rule.id} className="flex gap-2">
            <span aria-hidden>·</span>
            {t(`kinds.${rule.type}.name`)}
          </li>
        ))}
      </ul>
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
    <div className="grid max-w-3xl gap-4">
      <PanelSkeleton rows={2} />
      <PanelSkeleton rows={2} />
    </div>
  )
}
