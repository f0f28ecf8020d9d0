import { getLocale, getTranslations } from 'next-intl/server'
import { BalanceLine } from '#components/charts/balance-line.tsx'
import { Amount } from '#components/ui/amount.tsx'
import { Card } from '#components/ui/card.tsx'
import { DataList } from '#components/ui/data-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SegmentedLinks } from '#components/ui/segmented-control.tsx'
import { balanceHistory, getAccount, getAccountUse } from '#lib/accounts/queries.ts'
import { chartBalance, thinned } from '#lib/accounts/view.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { addDays } from '#lib/core/calendar.ts'
import { money, subtract } from '#lib/core/money.ts'
import { formatDate, formatDateRange } from '#lib/i18n/format.ts'

export const ranges = ['30', '90', '365'] as const
export type Range = (typeof ranges)[number]

/** The balance's line over the chosen days. */
export async function HistoryPanel({ id, range }: { id: string; range: Range }) {
  const [scope, t, locale] = await Promise.all([requireScope(), getTranslations('accounts'), getLocale()])
  const from = addDays(scope.today, -Number(range))
  const [account, history] = await Promise.all([
    getAccount(scope, id),
    balanceHistory(scope, { from, to: scope.today, accountIds: [id] }),
  ])
  const points = history[0]?.points ?? []
  const first = points[0]
  const last = points.at(-1)
  const choice = (
    <SegmentedLinks
      label={t('range')}
      items={ranges.map((days) => ({
        href: `/accounts/${id}?days=${days}`,
        label: t(`days${days}`),
        current: days === range,
      }))}
    />
  )
  if (!first || !last)
    return (
      <Card heading={t('history')} span="wide">
        <EmptyState title={t('historyNone')} text={t('unknownHint')} />
      </Card>
    )
  const now = money(last.minor, account.currency)
  const change = subtract(now, money(first.minor, account.currency))
  return (
    <BalanceLine
      span="wide"
      heading={t('history')}
      actions={choice}
      takeaway={t.rich('historyChange', {
        amount: () => <Amount value={now} />,
        change: () => <Amount value={change} sign="always" />,
        date: formatDate(last.day, locale),
        days: points.length - 1,
      })}
      label={`${t('history')}: ${account.name}`}
      currency={account.currency}
      points={thinned(points, 120).map((point) => ({
        date: point.day,
        balance: chartBalance(point.minor, account.currency),
        href: `/transactions?account=${id}&from=${point.day}&to=${point.day}`,
      }))}
    />
  )
}

/** What is known about the account. */
export async function FactsPanel({ id }: { id: string }) {
  const [scope, t, locale] = await Promise.all([requireScope(), getTranslations('accounts'), getLocale()])
  const [account, use] = await Promise.all([getAccount(scope, id), getAccountUse(scope, id)])
  const facts = [
    { label: t('balance'), value: account.balance && <Amount value={account.balance} /> },
    {
      label: t('origin'),
      value:
        account.balanceAsOf && account.balanceSource
          ? `${formatDate(account.balanceAsOf, locale)}, ${t(`balanceFrom.${account.balanceSource}`)}`
          : t(`source.${account.source}`),
    },
    { label: t('available'), value: account.available && <Amount value={account.available} /> },
    { label: t('limit'), value: account.creditLimit && <Amount value={account.creditLimit} /> },
    { label: t('kind'), value: t(`type.${account.type}`) },
    { label: t('institution'), value: account.institution },
    { label: t('number'), value: account.last4 && `•••• ${account.last4}` },
    { label: t('currency'), value: account.currency },
    { label: t('rows'), value: t('rowsOf', { count: use.count }) },
    {
      label: t('covers'),
      value: use.firstDate && use.lastDate && formatDateRange(use.firstDate, use.lastDate, locale),
    },
  ].filter((fact) => fact.value)
  return (
    <Card
      heading={t('details')}
      span="narrow"
      link={{ href: `/transactions?account=${id}`, label: t('seeRows') }}
    >
      <DataList items={facts} className="mt-2 -mb-2" />
    </Card>
  )
}
