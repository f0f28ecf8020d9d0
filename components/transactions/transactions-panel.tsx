import { Search, Upload } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { CategoryProvider } from '#components/categories/category-context.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { cardClass } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LineSkeleton, PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { listAccounts } from '#lib/accounts/queries.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { listCategories } from '#lib/categories/queries.ts'
import { listTransactions } from '#lib/transactions/queries.ts'
import { filterCount, filtersOf, type SearchParams } from '#lib/transactions/search-params.ts'
import { totalTransactions } from '#lib/transactions/totals.ts'
import { FilterBar } from './filter-bar.tsx'
import { TotalsLine } from './totals-line.tsx'
import { TransactionList } from './transaction-list.tsx'

/** Rows of the first page. */
const firstPage = 100

/** The list with its filters and totals, as the address asks for it. */
export async function TransactionsPanel({ search }: { search: Promise<SearchParams> }) {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('transactions')])
  const filters = filtersOf(await search)
  const [accounts, categories, first, totals] = await Promise.all([
    listAccounts(scope),
    listCategories(scope, { includeArchived: true }),
    listTransactions(scope, filters, null, firstPage),
    totalTransactions(scope, filters),
  ])
  const filtered = filterCount(filters) > 0
  if (first.rows.length === 0 && !filtered)
    return (
      <div className={cardClass}>
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          icon={<Icon of={Upload} size={24} />}
          actions={
            <ButtonLink href="/import" kind="primary">
              {t('importAction')}
            </ButtonLink>
          }
        />
      </div>
    )
  const accountNames = Object.fromEntries(accounts.map((account) => [account.id, account.name]))
  const code = new Set(accounts.map((account) => account.currency)).size > 1
  return (
    <CategoryProvider categories={categories.filter((category) => !category.archived)}>
      <FilterBar accountNames={accountNames} />
      <section className={classNames(cardClass, 'overflow-clip p-0! sm:p-0!')}>
        {first.rows.length === 0 ? (
          <EmptyState
            title={t('noneTitle')}
            text={t('noneText')}
            icon={<Icon of={Search} size={24} />}
            actions={<ButtonLink href="/transactions">{t('clearAll')}</ButtonLink>}
          />
        ) : (
          <>
            <TotalsLine totals={totals} />
            <TransactionList
              key={JSON.stringify(filters)}
              first={first}
              filters={filters}
              accountNames={accountNames}
              today={scope.today}
              code={code}
            />
          </>
        )}
      </section>
    </CategoryProvider>
  )
}

/** The place of the list until it comes. */
export function TransactionsSkeleton() {
  return (
    <>
      <div className="mb-3 flex h-10 items-center">
        <LineSkeleton className="h-10 w-full max-w-md" />
      </div>
      <PanelSkeleton rows={10} takeaway={false} />
    </>
  )
}
