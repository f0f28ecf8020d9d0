import { CircleCheck, Clock, Copy, Link2, ListChecks, type LucideIcon, TriangleAlert } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { HealthSentence } from '#components/connections/health-line.tsx'
import { CardLink } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Attention } from '#components/ui/notice.tsx'
import { describeAlert } from '#lib/alerts/describe.ts'
import { listAlerts } from '#lib/alerts/queries.ts'
import type { Alert, RuleType } from '#lib/alerts/types.ts'
import { listConnections } from '#lib/connections/queries.ts'
import { healthOf, needsAttention } from '#lib/connections/view.ts'
import { addDays, addMonths } from '#lib/core/calendar.ts'
import { periodOf } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import { formatDay } from '#lib/i18n/format.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { countToReview, quietAccounts } from '#lib/spending/queries.ts'

/** Statements come once a month: an account is quiet when nothing came for longer than that. */
const quietAfterDays = 35
const places = 3

const pictures: Partial<Record<RuleType, LucideIcon>> = { duplicate_charge: Copy }

/** At most three things that need the person, the most urgent first. */
export async function AttentionPanel({ scope }: { scope: Scope }) {
  const { today, locale } = scope
  const reviewFrom = periodOf(addMonths(today, -12), scope).from
  const [t, words, open, quiet, toReview, connections] = await Promise.all([
    getTranslations('dashboard'),
    getTranslations('connections'),
    listAlerts(scope, { show: 'open', limit: 12 }),
    quietAccounts(scope, addDays(today, -quietAfterDays)),
    countToReview(scope, reviewFrom),
    listConnections(scope),
  ])
  const broken = connections.filter((connection) => needsAttention(healthOf(connection, scope.now).health))
  const [ill] = broken
  // What is wrong with a connection is said once: by it, and neither by its alerts nor by its quiet accounts.
  const [silent] = ill ? [] : quiet
  const alerts = open.alerts.filter(({ type }) => !ill || type !== 'connection_trouble')
  const others = (ill ? 1 : 0) + (silent ? 1 : 0) + (toReview > 0 ? 1 : 0)
  const shown = alerts.slice(0, places - others)
  const more = alerts.length - shown.length
  const card = (alert: Alert, index: number) => {
    const { headline, why } = describeAlert(alert, locale)
    const last = index === shown.length - 1 && more > 0
    return (
      <Attention
        key={alert.id}
        tone={alert.type === 'duplicate_charge' || alert.type === 'low_balance' ? 'error' : 'warning'}
        icon={<Icon of={pictures[alert.type] ?? TriangleAlert} />}
        title={headline}
        text={<span className="line-clamp-2">{why}</span>}
        action={
          <CardLink href="/alerts">{last ? t('alertsMore', { count: more }) : t('alertOpen')}</CardLink>
        }
      />
    )
  }
  if (shown.length + others === 0)
    return (
      <Attention
        tone="success"
        icon={<Icon of={CircleCheck} />}
        title={t('calmTitle')}
        text={t('calmText')}
      />
    )
  return (
    <section aria-label={t('attention')} className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col sm:gap-3">
      {ill && (
        <Attention
          tone="warning"
          icon={<Icon of={Link2} />}
          title={
            healthOf(ill, scope.now).health === 'person'
              ? words('attention', { name: ill.institutionName })
              : ill.institutionName
          }
          text={
            <span className="line-clamp-3">
              <HealthSentence connection={ill} now={scope.now} timeZone={scope.timeZone} />{' '}
              {broken.length > 1 && words('attentionMore', { count: broken.length - 1 })}
            </span>
          }
          action={
            <CardLink href={broken.length > 1 ? '/connections' : `/connections/${ill.id}`}>
              {words('attentionOpen')}
            </CardLink>
          }
        />
      )}
      {shown.map(card)}
      {silent && (
        <Attention
          tone="warning"
          icon={<Icon of={Clock} />}
          title={t('quietTitle', { account: silent.name })}
          text={t(quiet.length > 1 ? 'quietMore' : 'quietText', {
            day: formatDay(silent.lastDay, today, locale),
            count: quiet.length - 1,
          })}
          action={<CardLink href="/import">{t('importNewest')}</CardLink>}
        />
      )}
      {toReview > 0 && (
        <Attention
          tone="info"
          icon={<Icon of={ListChecks} />}
          title={t('reviewTitle', { count: toReview })}
          text={t('reviewText')}
          action={
            <CardLink href={rowsHref({ from: reviewFrom, categoryId: 'none', counts: 'toReview' })}>
              {t('reviewOpen')}
            </CardLink>
          }
        />
      )}
    </section>
  )
}

export function AttentionSkeleton() {
  return (
    <div aria-hidden className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col sm:gap-3">
      <div className="skeleton skeleton-late h-28 rounded-card" />
      <div className="skeleton skeleton-late h-28 rounded-card" />
      <div className="skeleton skeleton-late h-28 rounded-card max-sm:hidden" />
    </div>
  )
}
