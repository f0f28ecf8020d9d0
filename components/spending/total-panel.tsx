import { getTranslations } from 'next-intl/server'
import { Amount } from '#components/ui/amount.tsx'
import { Card, Figure } from '#components/ui/card.tsx'
import { shiftPeriod } from '#lib/core/period.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { spendingBy } from '#lib/spending/queries.ts'
import { exclusionHref, periodName } from '#lib/spending/view.ts'
import { ExplainFigure } from './explain-figure.tsx'
import type { PageBasis } from './page-basis.ts'

export type AccountPanelProps = PageBasis & { accountId?: string }

/** The total, what it was before, and everything it leaves out with the reason. */
export async function TotalPanel({ scope, chosen, accountId }: AccountPanelProps) {
  const { period } = chosen
  const { from, to } = period
  const earlier = shiftPeriod(period, -1, scope)
  const [t, now, before] = await Promise.all([
    getTranslations('spending'),
    spendingBy(scope, { from, to, accountId, groupBy: 'account' }),
    spendingBy(scope, { from: earlier.from, to: earlier.to, accountId, groupBy: 'account' }),
  ])
  const money = (minor: bigint) => ({ minor, currency: now.currency })
  const difference = now.total.net - before.total.net
  const name = periodName(period, scope, scope.today, scope.locale)
  const change = difference === 0n ? 'Same' : difference > 0n ? 'More' : 'Less'
  return (
    <Card
      span="narrow"
      heading={t('total', { period: name })}
      link={{
        href: rowsHref({ from, to, accountId, counts: 'spending' }),
        label: t('rows', { count: now.total.count }),
      }}
    >
      <Figure
        note={t.rich(`totalChange${change}`, {
          period: periodName(earlier, scope, scope.today, scope.locale),
          difference: () => <Amount value={money(difference)} cents={false} sign="never" />,
        })}
      >
        <ExplainFigure
          figure={{ kind: 'spending', from, to, accountId }}
          title={t('total', { period: name })}
        >
          <Amount value={money(now.total.net)} />
        </ExplainFigure>
      </Figure>
      <p className="text-muted">
        {t.rich('totalNote', {
          gross: () => <Amount value={money(now.total.gross)} />,
          refunds: () => <Amount value={money(now.total.refunds)} />,
        })}
      </p>
      <h3 className="mt-5 text-label font-medium text-muted">{t('leftOut')}</h3>
      {now.excluded.length === 0 && <p className="py-2">{t('nothingLeftOut')}</p>}
      <ul className="divide-y divide-border">
        {now.excluded.map((entry) => {
          const href = exclusionHref(entry, { from, to, accountId })
          const label = t(`reasons.${entry.reason}`)
          return (
            <li
              key={`${entry.reason} ${entry.amount?.currency}`}
              className="relative flex min-h-10 items-baseline gap-3 py-2"
            >
              <span className="min-w-0">
                {href ? (
                  <Link href={href} className="after:absolute after:inset-0 hover:underline">
                    {label}
                  </Link>
                ) : (
                  label
                )}
                <span className="block text-xs text-subtle">{t('rows', { count: entry.count })}</span>
              </span>
              {entry.amount && (
                <Amount
                  value={entry.amount}
                  tone="muted"
                  code={entry.amount.currency !== now.currency}
                  className="ml-auto"
                />
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
