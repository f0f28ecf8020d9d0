import { getTranslations } from 'next-intl/server'
import { chartColour } from '#components/charts/chart-colour.ts'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Badge, Dot } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { listAccounts } from '#lib/accounts/queries.ts'
import type { Account } from '#lib/accounts/types.ts'
import { listCategories } from '#lib/categories/queries.ts'
import type { Category } from '#lib/categories/types.ts'
import { categoryName } from '#lib/categories/view.ts'
import type { Bucket } from '#lib/core/bucket.ts'
import { formatDayHeading } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { rowsHref } from '#lib/spending/links.ts'
import { listTransactions } from '#lib/transactions/queries.ts'
import type { TransactionRow } from '#lib/transactions/types.ts'

const shown = 8

const badges: Partial<Record<Bucket, 'pending' | 'refund' | 'notSpending' | 'excluded' | 'oneOff'>> = {
  pending: 'pending',
  refund: 'refund',
  transfer: 'notSpending',
  card_payment: 'notSpending',
  investment: 'notSpending',
  excluded: 'excluded',
  one_off: 'oneOff',
}

/** The newest rows, a heading a day. */
export async function LatestPanel({ scope }: PageBasis) {
  const [t, page, accounts, categories] = await Promise.all([
    getTranslations('dashboard'),
    listTransactions(scope, {}, null, shown),
    listAccounts(scope),
    listCategories(scope, { includeArchived: true }),
  ])
  const days = Map.groupBy(page.rows, (row) => row.date)
  const accountOf = new Map(accounts.map((account) => [account.id, account]))
  const categoryOf = new Map(categories.map((category) => [category.id, category]))
  return (
    <Card
      span="full"
      heading={t('latest')}
      link={page.rows.length > 0 ? { href: '/transactions', label: t('latestAll') } : undefined}
    >
      {page.rows.length === 0 && (
        <EmptyState
          title={t('latestEmpty')}
          actions={<ButtonLink href="/import">{t('doorImport')}</ButtonLink>}
        />
      )}
      {[...days].map(([date, rows]) => (
        <section key={date}>
          <h3 className="pt-3.5 pb-1 text-xs font-[550] text-subtle">
            {formatDayHeading(date, scope.today, scope.locale)}
          </h3>
          <RowList className="border-t border-border">
            {rows.map((row) => (
              <LatestRow
                key={row.id}
                row={row}
                account={accountOf.get(row.accountId)}
                category={row.categoryId ? (categoryOf.get(row.categoryId) ?? null) : null}
              />
            ))}
          </RowList>
        </section>
      ))}
    </Card>
  )
}

type LatestRowProps = {
  row: TransactionRow
  account: Account | undefined
  category: Category | null
}

async function LatestRow({ row, account, category }: LatestRowProps) {
  const [t, common, names] = await Promise.all([
    getTranslations('dashboard'),
    getTranslations('common'),
    getTranslations('categories'),
  ])
  const badge = badges[row.bucket]
  const word = badge === 'pending' || badge === 'refund' ? common(badge) : badge && t(badge)
  const quiet = badge !== undefined && badge !== 'refund' && badge !== 'oneOff'
  return (
    <Row
      lead={<Dot colour={chartColour(category?.color)} />}
      title={
        <>
          <Link
            href={rowsHref({ from: row.date, to: row.date, accountId: row.accountId })}
            className="after:absolute after:inset-0 hover:underline"
          >
            {row.payee}
          </Link>
          {word && <Badge className="ml-2">{word}</Badge>}
        </>
      }
      text={account && `${account.name}${account.last4 ? ` ··${account.last4}` : ''}`}
      middle={
        <span className="block w-40 truncate text-muted">
          {row.isSplit ? t('split') : categoryName(category, names)}
        </span>
      }
      value={
        <span className="block sm:w-32">
          <Amount value={row.amount} tone={quiet ? 'muted' : 'flow'} sign={quiet ? 'always' : undefined} />
        </span>
      }
    />
  )
}
