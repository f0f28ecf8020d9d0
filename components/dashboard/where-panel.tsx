import { getTranslations } from 'next-intl/server'
import { BarsByCategory } from '#components/charts/bars-by-category.tsx'
import { ExplainFigure } from '#components/spending/explain-figure.tsx'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Card } from '#components/ui/card.tsx'
import { SegmentedLinks } from '#components/ui/segmented-control.tsx'
import { formatList } from '#lib/i18n/format.ts'
import { withQuery } from '#lib/spending/links.ts'
import { spendingBy, usualBy } from '#lib/spending/queries.ts'
import { barsView, periodName, type ShownBar, unusualBars } from '#lib/spending/view.ts'

export type WhereBy = 'category' | 'merchant'

/** The six largest categories or payees and everything else, each beside its usual. */
export async function WherePanel({ scope, basis, chosen, by }: PageBasis & { by: WhereBy }) {
  const { period, until, fallback, current } = chosen
  const { from, to } = period
  const [t, spending, usual] = await Promise.all([
    getTranslations('dashboard'),
    spendingBy(scope, { from, to, groupBy: by, limit: by === 'merchant' ? 6 : undefined }),
    usualBy(scope, by, period, { oldest: basis.oldest, until }),
  ])
  const kept = current || fallback ? null : period.key
  const rest = { label: t('rest'), href: withQuery('/spending', { period: kept }) }
  const bars = barsView({ spending, usual, by, period, shown: 6, rest })
  const total = { minor: spending.total.net, currency: spending.currency }
  return (
    <Card
      span="wide"
      heading={t('where')}
      actions={
        <SegmentedLinks
          label={t('groupBy')}
          items={(['category', 'merchant'] as const).map((value) => ({
            href: withQuery('/', { period: kept, by: value === 'merchant' ? value : null }),
            label: t(value === 'category' ? 'byCategory' : 'byMerchant'),
            current: value === by,
          }))}
        />
      }
      takeaway={
        bars.length === 0
          ? t('whereEmpty', { period: periodName(period, scope, scope.today, scope.locale) })
          : sentence(bars, by, t, scope.locale)
      }
    >
      <BarsByCategory rows={bars} />
      {bars.length > 0 && (
        <p className="mt-2 flex items-baseline gap-2 border-t border-border pt-3 text-muted">
          {t('whereTotal')}
          <ExplainFigure
            figure={{ kind: 'spending', from, to }}
            title={t('spentTitle')}
            className="ml-auto font-semibold text-text"
          >
            <Amount value={total} />
          </ExplainFigure>
        </p>
      )}
    </Card>
  )
}

type Translate = Awaited<ReturnType<typeof getTranslations<'dashboard'>>>

function sentence(
  bars: readonly ShownBar[],
  by: WhereBy,
  t: Translate,
  locale: PageBasis['scope']['locale'],
) {
  const unusual = unusualBars(bars).slice(0, 2)
  if (unusual.length > 0) {
    const names = unusual.map((bar) => (by === 'category' ? lower(bar.label) : bar.label))
    return t('whereOver', { names: formatList(names, locale) })
  }
  const [first] = bars
  if (first && !first.usual)
    return t.rich('whereTop', {
      name: first.label,
      amount: () => <Amount value={first.amount} cents={false} />,
    })
  return t('whereUsual')
}

/** A category in the middle of a sentence; names that are all capitals stay. */
const lower = (name: string) =>
  name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1)
