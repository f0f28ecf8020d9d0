import { getTranslations } from 'next-intl/server'
import { chartColour } from '#components/charts/chart-colour.ts'
import { ChartFrame, LegendItem } from '#components/charts/chart-frame.tsx'
import { ChartTable } from '#components/charts/chart-table.tsx'
import { Amount } from '#components/ui/amount.tsx'
import { listCategories } from '#lib/categories/queries.ts'
import { categoryName } from '#lib/categories/view.ts'
import { maxDate } from '#lib/core/calendar.ts'
import { eachPeriod, periodOf, shiftPeriod } from '#lib/core/period.ts'
import { formatMonthShort } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { monthsByCategory } from '#lib/spending/queries.ts'
import { hueOfLayers, medianOf, stackMonths } from '#lib/spending/stack-months.ts'
import { largestOf, periodName, shareOf } from '#lib/spending/view.ts'
import type { AccountPanelProps } from './total-panel.tsx'

const layersShown = 5

/** Twelve months, each a stack of the year's largest groups. Drawn on the server; each stack is a link to its rows. */
export async function MonthsPanel({ scope, basis, chosen, accountId }: AccountPanelProps) {
  const last = periodOf(chosen.period.to, scope)
  const year = shiftPeriod(last, -11, scope).from
  const from = basis.oldest ? maxDate(year, periodOf(basis.oldest, scope).from) : year
  const [t, dashboard, names, found, categories] = await Promise.all([
    getTranslations('spending'),
    getTranslations('dashboard'),
    getTranslations('categories'),
    monthsByCategory(scope, { from, to: last.to, accountId }),
    listCategories(scope, { includeArchived: true }),
  ])
  const { currency, cells } = found
  const categoryOf = new Map(categories.map((category) => [category.id, category]))
  const groupOf = (id: string) => categoryOf.get(id)?.parentId ?? id
  const { layers, stacks } = stackMonths(cells, eachPeriod(from, last.to, scope), groupOf, layersShown)
  const hues = hueOfLayers(layers.map((key) => categoryOf.get(key)?.color ?? null))
  const looks = [
    ...layers.map((key, index) => ({
      key,
      label: categoryName(categoryOf.get(key) ?? null, names),
      slot: hues[index] ?? null,
    })),
    { key: 'rest', label: dashboard('rest'), slot: null },
  ]
  const high = largestOf(stacks.map((stack) => stack.total))
  const middle = medianOf(stacks.map((stack) => stack.total)) ?? 0n
  const hrefOf = (stack: (typeof stacks)[number]) =>
    rowsHref({ from: stack.period.from, to: stack.period.to, accountId, counts: 'spending' })
  return (
    <ChartFrame
      span="full"
      heading={t('byMonth')}
      takeaway={t.rich('byMonthText', {
        amount: () => <Amount value={{ minor: middle, currency }} cents={false} />,
      })}
      legend={looks.map((look) => (
        <LegendItem key={look.key} colour={chartColour(look.slot)}>
          {look.label}
        </LegendItem>
      ))}
      table={
        <ChartTable
          caption={t('monthChart')}
          nameHeading={t('month')}
          figureHeadings={[...looks.map((look) => look.label), dashboard('whereTotal')]}
          rows={stacks.map((stack) => ({
            key: stack.period.key,
            name: periodName(stack.period, scope, scope.today, scope.locale),
            href: hrefOf(stack),
            figures: [...stack.parts, stack.total].map((minor, index) => (
              <Amount key={looks[index]?.key ?? 'total'} value={{ minor, currency }} cents={false} />
            )),
          }))}
        />
      }
    >
      <ol className="flex h-50 items-stretch gap-1.5 sm:h-70 sm:gap-4" aria-label={t('monthChart')}>
        {stacks.map((stack) => (
          <li key={stack.period.key} className="min-w-0 flex-1">
            <Link
              href={hrefOf(stack)}
              title={periodName(stack.period, scope, scope.today, scope.locale)}
              className="group flex h-full flex-col rounded-small hover:bg-inset"
            >
              <span className="hidden text-center text-xs text-muted sm:block">
                <Amount value={{ minor: stack.total, currency }} cents={false} />
              </span>
              <span
                aria-hidden
                className="relative mx-auto flex min-h-0 w-full max-w-11 flex-1 flex-col-reverse gap-0.5"
              >
                {stack.parts.map((part, index) => {
                  const look = looks[index]
                  const height = (shareOf(part, high) ?? 0) * 100
                  return look && height > 0 ? (
                    <span
                      key={look.key}
                      className="w-full rounded-[2px]"
                      style={{ height: `${height}%`, background: chartColour(look.slot) }}
                    />
                  ) : null
                })}
              </span>
              <span className="pt-1.5 text-center text-xs text-subtle">
                {formatMonthShort(stack.period.month ?? stack.period.from, scope.locale)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </ChartFrame>
  )
}
