import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Sparkline } from '#components/charts/sparkline.tsx'
import { Amount } from '#components/ui/amount.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Row } from '#components/ui/data-list.tsx'
import type { Account } from '#lib/accounts/types.ts'
import { staleDays } from '#lib/accounts/view.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'

export type AccountLineProps = {
  account: Account
  values: readonly number[]
  today: CalendarDate
  /** How the login is that brings its rows. */
  health?: ReactNode
}

/** One account: name, where it is, its balance with its age and source, the shape of its last 90 days. */
export function AccountLine({ account, values, today, health }: AccountLineProps) {
  const t = useTranslations('accounts')
  const locale = useLocale()
  const stale = staleDays(account, today)
  const about = [account.institution, account.last4 && `•••• ${account.last4}`, t(`source.${account.source}`)]
  const age =
    account.balanceAsOf && account.balanceSource
      ? `${account.balanceAsOf === today ? t('asOfToday') : t('asOf', { date: formatDate(account.balanceAsOf, locale) })}, ${t(`balanceFrom.${account.balanceSource}`)}`
      : t('unknownHint')
  return (
    <Row
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          <Link
            href={`/accounts/${account.id}`}
            className="rounded-small after:absolute after:inset-0 hover:underline"
          >
            {account.name}
          </Link>
          {health}
          {stale !== null && (
            <Badge tone="warning" wraps>
              {t('stale', { days: stale })}
            </Badge>
          )}
          {!account.includeInNetWorth && <Badge>{t('outsideWorth')}</Badge>}
        </span>
      }
      text={about.filter(Boolean).join(' · ')}
      middle={<Sparkline values={values} />}
      value={
        account.balance ? (
          <Amount value={account.balance} />
        ) : (
          <span className="text-subtle">{t('unknownBalance')}</span>
        )
      }
      valueText={<span className="block max-w-40 text-balance sm:max-w-none">{age}</span>}
    />
  )
}
