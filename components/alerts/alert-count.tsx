import { getTranslations } from 'next-intl/server'
import { CountBadge } from '#components/ui/badge.tsx'
import { countNewAlerts } from '#lib/alerts/queries.ts'
import { requireScope } from '#lib/auth/scope.ts'

/** How many alerts nobody has looked at, beside Alerts in the navigation. */
export async function AlertCount() {
  const [count, t] = await Promise.all([countNewAlerts(await requireScope()), getTranslations('alerts')])
  return <CountBadge count={count} label={t('count', { count })} />
}
