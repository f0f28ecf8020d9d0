import { CircleCheck, Clock, Copy, ListChecks, type LucideIcon, TriangleAlert } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { CardLink } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Attention } from '#components/ui/notice.tsx'
import { describeAlert } from '#lib/alerts/describe.ts'
import { listAlerts } from '#lib/alerts/queries.ts'
import type { Alert, RuleType } from '#lib/alerts/types.ts'
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
  const [t, open, quiet, toReview] = await Promise.all([
    getTranslations('dashboard'),
    listAlerts(scope, { show: 'open', limit: 12 }),
    quietAccounts(scope, addDays(today, -quietAfterDays)),
    countToReview(scope, reviewFrom),
  ])
  const [silent] = quiet
  const others = (silent ? 1 : 0) + (toReview > 0 ? 1 : 0)
  const shown = open.alerts.slice(0, places - others)
  const more = open.alerts.length - shown.length
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
