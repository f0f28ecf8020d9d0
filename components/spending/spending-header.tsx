import { getTranslations } from 'next-intl/server'
import { TopBar } from '#components/shell/top-bar.tsx'
import { listAccounts } from '#lib/accounts/queries.ts'
import { withQuery } from '#lib/spending/links.ts'
import { periodName } from '#lib/spending/view.ts'
import { AccountFilter } from './account-filter.tsx'
import { accountOf, type PageSearch, pageBasis } from './page-basis.ts'
import { PeriodPicker } from './period-picker.tsx'

/** The period, the ways to others, and which account it is about. */
export async function SpendingHeader({ search }: { search: PageSearch }) {
  const { scope, basis, chosen } = await pageBasis(search)
  const [t, accounts, account] = await Promise.all([
    getTranslations('spending'),
    listAccounts(scope, { visibleOnly: true }),
    accountOf(search),
  ])
  const { period } = chosen
  const kept = chosen.current || chosen.fallback ? null : period.key
  const options = [
    { value: '', label: t('allAccounts'), href: withQuery('/spending', { period: kept }) },
    ...accounts.map(({ id, name, last4 }) => ({
      value: id,
      label: last4 ? `${name} ··${last4}` : name,
      href: withQuery('/spending', { period: kept, account: id }),
    })),
  ]
  return (
    <>
      <TopBar
        title={
          <>
            <span className="max-sm:sr-only">{t('title')}, </span>
            {periodName(period, scope, scope.today, scope.locale)}
          </>
        }
        period={
          <PeriodPicker
            path="/spending"
            period={period}
            rule={scope}
            today={scope.today}
            oldest={basis.oldest}
            keep={{ account }}
          />
        }
      />
      {accounts.length > 1 && (
        <div className="mb-4">
          <AccountFilter label={t('account')} value={account ?? ''} options={options} />
        </div>
      )}
    </>
  )
}
