import { ChevronRight } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { chartColour } from '#components/charts/chart-colour.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { listCategories } from '#lib/categories/queries.ts'
import { categoryName } from '#lib/categories/view.ts'
import { shiftPeriod } from '#lib/core/period.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { categoryTree, type TreeNode } from '#lib/spending/category-tree.ts'
import { spendingBy } from '#lib/spending/queries.ts'
import { groupHref, largestOf, periodName, shareOf } from '#lib/spending/view.ts'
import type { AccountPanelProps } from './total-panel.tsx'

/** Groups that open into their categories, each with its part of the whole and its change. Works without script. */
export async function CategoryPanel({ scope, chosen, accountId }: AccountPanelProps) {
  const { period } = chosen
  const earlier = shiftPeriod(period, -1, scope)
  const [t, names, now, before, categories] = await Promise.all([
    getTranslations('spending'),
    getTranslations('categories'),
    spendingBy(scope, { from: period.from, to: period.to, accountId, groupBy: 'category' }),
    spendingBy(scope, { from: earlier.from, to: earlier.to, accountId, groupBy: 'category' }),
    listCategories(scope, { includeArchived: true }),
  ])
  const looks = categories.map((category) => ({ ...category, label: categoryName(category, names) }))
  const tree = categoryTree(now, before, looks, (name) => t('ownRows', { name }))
  const [first] = tree
  const largest = largestOf(tree.map((node) => node.net))
  const frame = { largest, total: now.total.net, currency: now.currency, period, accountId }
  const share = first && shareOf(first.net, now.total.net)
  const name = periodName(period, scope, scope.today, scope.locale)
  return (
    <Card
      span="wide"
      heading={t('byCategory')}
      takeaway={
        first && share
          ? t('byCategoryText', { name: first.label, percent: formatPercent(share, scope.locale) })
          : undefined
      }
    >
      {tree.length === 0 && <EmptyState title={t('empty', { period: name })} />}
      <ul className="divide-y divide-border">
        {tree.map((node) => (
          <li key={node.key}>
            {node.children.length === 0 ? (
              <Line {...frame} node={node} href={groupHref(node, 'category', { ...period, accountId })} />
            ) : (
              <details>
                <summary className="cursor-pointer list-none rounded-small hover:bg-inset">
                  <Line {...frame} node={node} opens />
                </summary>
                <ul className="pb-2">
                  <li>
                    <Line
                      {...frame}
                      node={{ ...node, label: t('allOf', { name: node.label }) }}
                      href={groupHref(node, 'category', { ...period, accountId })}
                    />
                  </li>
                  {node.children.map((child) => (
                    <li key={child.key}>
                      <Line
                        {...frame}
                        node={child}
                        href={
                          child.key === node.key
                            ? undefined
                            : groupHref(child, 'category', { ...period, accountId })
                        }
                      />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type LineProps = {
  node: TreeNode
  largest: bigint
  total: bigint
  currency: string
  href?: string
  opens?: boolean
}

async function Line({ node, largest, currency, href, opens }: LineProps) {
  const t = await getTranslations('spending')
  const difference = node.net - node.before
  const amount = { minor: difference, currency }
  const change = node.before === 0n ? 'isNew' : difference === 0n ? 'same' : difference > 0n ? 'more' : 'less'
  const content = (
    <>
      <span className="flex min-w-0 items-center gap-1.5 leading-5">
        {opens ? (
          <Icon of={ChevronRight} size={16} className="rotates text-subtle" />
        ) : (
          <span aria-hidden className="w-4 shrink-0" />
        )}
        <span className="min-w-0 text-pretty">{node.label}</span>
      </span>
      <span aria-hidden className="relative h-2.5 rounded-full bg-inset">
        <span
          className="absolute inset-y-0 left-0 rounded-full"
          style={{
            width: `${(shareOf(node.net, largest) ?? 0) * 100}%`,
            background: chartColour(node.slot),
          }}
        />
      </span>
      <Amount value={{ minor: node.net, currency }} className="text-right font-[550]" />
      <span className="hidden text-right text-xs text-subtle lg:block">
        {change === 'more' || change === 'less' ? (
          <>
            <span aria-hidden>{change === 'more' ? '▲' : '▼'} </span>
            {t.rich(change, { amount: () => <Amount value={amount} cents={false} sign="never" /> })}
          </>
        ) : (
          t(change)
        )}
      </span>
    </>
  )
  const look =
    'grid min-h-11 grid-cols-[minmax(7rem,11rem)_1fr_auto] items-center gap-3 rounded-small py-1 sm:grid-cols-[11rem_1fr_6.5rem] lg:grid-cols-[11rem_1fr_6.5rem_7rem]'
  return href ? (
    <Link href={href} className={`${look} hover:bg-inset`}>
      {content}
    </Link>
  ) : (
    <div className={look}>{content}</div>
  )
}
