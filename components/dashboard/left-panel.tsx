import { getTranslations } from 'next-intl/server'
import { ExplainFigure } from '#components/spending/explain-figure.tsx'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Card, Figure } from '#components/ui/card.tsx'
import { DataList } from '#components/ui/data-list.tsx'
import { daysBetween } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { cashflow, spendingBy } from '#lib/spending/queries.ts'
import { keptOver, periodName } from '#lib/spending/view.ts'

/** What came in, what went out, what is left, and what was not counted. */
export async function LeftPanel({ scope, chosen }: PageBasis) {
  const { period, current } = chosen
  const { from, to } = period
  const [t, flow, spending] = await Promise.all([
    getTranslations('dashboard'),
    cashflow(scope, { from, to, interval: 'month' }),
    spendingBy(scope, { from, to, groupBy: 'account' }),
  ])
  const { income, spending: spent, net } = keptOver(flow)
  const of = (minor: bigint): Money => ({ minor, currency: flow.currency })
  const leftOut = (...reasons: string[]) =>
    spending.excluded
      .filter((entry) => reasons.includes(entry.reason) && entry.amount?.currency === flow.currency)
      .reduce(
        (sum, entry) => ({ count: sum.count + entry.count, minor: sum.minor + (entry.amount?.minor ?? 0n) }),
        { count: 0, minor: 0n },
      )
  const pending = leftOut('pending')
  const daysLeft = current ? daysBetween(scope.today, to) : 0
  const perDay = daysLeft > 0 && net.minor > 0n ? net.minor / BigInt(daysLeft) : null
  const name = periodName(period, scope, scope.today, scope.locale)
  const incomeRows = { kind: 'income' as const, from, to }
  const spendingRows = { kind: 'spending' as const, from, to }
  return (
    <Card span="narrow" heading={current ? t('left') : t('leftPast', { period: name })}>
      <Figure
        note={
          perDay === null
            ? t.rich('leftNote', {
                income: () => <Amount value={income} cents={false} />,
                spending: () => <Amount value={spent} cents={false} />,
              })
            : t.rich('leftPerDay', {
                days: daysLeft,
                amount: () => <Amount value={of(perDay)} cents={false} />,
              })
        }
      >
        <ExplainFigure
          figure={{ kind: 'net', from, to }}
          title={current ? t('left') : t('leftPast', { period: name })}
        >
          <Amount value={net} cents={false} />
        </ExplainFigure>
      </Figure>
      <DataList
        items={[
          {
            label: t('leftIncome'),
            value: (
              <ExplainFigure figure={incomeRows} title={t('leftIncome')}>
                <Amount value={income} tone="flow" />
              </ExplainFigure>
            ),
          },
          {
            label: t('leftSpending'),
            value: (
              <ExplainFigure figure={spendingRows} title={t('leftSpending')}>
                <Amount value={of(-spending.total.gross)} />
              </ExplainFigure>
            ),
          },
          ...(spending.total.refunds === 0n
            ? []
            : [
                { label: t('leftRefunds'), value: <Amount value={of(spending.total.refunds)} tone="flow" /> },
              ]),
          ...(pending.count === 0
            ? []
            : [
                {
                  label: t('leftPending'),
                  value: (
                    <Link href={rowsHref({ from, to, counts: 'pending' })} className="hover:underline">
                      <Amount value={of(pending.minor)} tone="muted" />
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      {spending.missing > 0 && (
        <p className="mt-2 text-label text-subtle">{t('leftMissing', { count: spending.missing })}</p>
      )}
    </Card>
  )
}
