import { useLocale, useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import type { Connection } from '#lib/connections/queries.ts'
import { type Health, healthOf, healthTextOf } from '#lib/connections/view.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import { formatAsOf, formatDate } from '#lib/i18n/format.ts'
import { localeOf } from '#lib/i18n/locales.ts'

const tones: Record<Health, BadgeTone> = {
  never: 'info',
  fine: 'positive',
  stale: 'warning',
  person: 'warning',
  provider: 'negative',
  held: 'warning',
  ended: 'neutral',
}

export type HealthProps = { connection: Connection; now: Date; timeZone: string }

export function HealthBadge({ connection, now }: { connection: Connection; now: Date }) {
  const t = useTranslations('connections')
  const { health } = healthOf(connection, now)
  return <Badge tone={tones[health]}>{t(`health.${health}`)}</Badge>
}

/** How a connection is, in a sentence. */
export function HealthSentence({ connection, now, timeZone }: HealthProps) {
  const t = useTranslations('connections')
  const locale = useLocale()
  const { disconnectedAt, staleSince, lastSuccessAt, accessEndsAt } = connection
  const text = healthTextOf(connection, now)
  const dayOf = (instant: Date) => formatDate(dateInZone(instant, timeZone), localeOf(locale))
  if (text === 'expiring')
    return t('healthText.expiring', { until: accessEndsAt ? dayOf(accessEndsAt) : '–' })
  if (disconnectedAt) return t('healthText.ended', { since: dayOf(disconnectedAt) })
  const since = staleSince ?? lastSuccessAt
  return t(`healthText.${text}`, { since: since ? formatAsOf(since, now, locale, timeZone) : '–' })
}
