import { Wallet } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { HealthBadge } from '#components/connections/health-line.tsx'
import { Amount } from '#components/ui/amount.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card, cardClass, Figure } from '#components/ui/card.tsx'
import { RowList } from '#components/ui/data-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { balanceHistory, listAccounts } from '#lib/accounts/queries.ts'
import { accountGroups, chartBalance, netWorthOf } from '#lib/accounts/view.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { listConnections } from '#lib/connections/queries.ts'
import { addDays } from '#lib/core/calendar.ts'
import { AccountLine } from './account-line.tsx'
import { NetWorthNote } from './net-worth-note.tsx'

/** Net worth, then the accounts by type with their balances, how old they are and their last 90 days. */
export async function AccountsPanel() {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('accounts')])
  const [accounts, connections, history] = await Promise.all([
    listAccounts(scope),
    listConnections(scope, { ended: true }),
    balanceHistory(scope, { from: addDays(scope.today, -90), to: scope.today }),
  ])
  if (accounts.length === 0)
    return (
      <div className={cardClass}>
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          icon={<Icon of={Wallet} size={24} />}
          actions={
            <ButtonLink href="/import" kind="primary">
              {t('importAction')}
            </ButtonLink>
          }
        />
      </div>
    )
  const health = (connectionId: string | null) => {
    const connection = connections.find(({ id }) => id === connectionId)
    return connection && <HealthBadge connection={connection} now={scope.now} />
  }
  const values = new Map(
    history.map((line) => [
      line.accountId,
      line.points.map((point) => chartBalance(point.minor, line.currency)),
    ]),
  )
  const worth = netWorthOf(accounts, scope.currency, scope.today)
  const visible = accounts.filter((account) => !account.hidden)
  const hidden = accounts.filter((account) => account.hidden)
  return (
    <div className="grid max-w-4xl gap-3 sm:gap-5">
      <Card heading={t('netWorth')}>
        <Figure note={<NetWorthNote worth={worth} />}>
          <Amount value={worth.net.known} cents={false} />
        </Figure>
      </Card>
      {accountGroups(visible).map((group) => (
        <Card
          key={group.type}
          heading={t(`types.${group.type}`)}
          actions={
            <span className="flex flex-wrap justify-end gap-x-4 font-medium">
              {group.totals.map((total) => (
                <Amount key={total.currency} value={total} />
              ))}
            </span>
          }
        >
          <RowList className="mt-1 -mb-2">
            {group.accounts.map((account) => (
              <AccountLine
                key={account.id}
                account={account}
                values={values.get(account.id) ?? []}
                today={scope.today}
                health={health(account.connectionId)}
              />
            ))}
          </RowList>
        </Card>
      ))}
      {hidden.length > 0 && (
        <Card heading={t('hiddenAccounts')}>
          <RowList className="mt-1 -mb-2">
            {hidden.map((account) => (
              <AccountLine
                key={account.id}
                account={account}
                values={[]}
                today={scope.today}
                health={health(account.connectionId)}
              />
            ))}
          </RowList>
        </Card>
      )}
    </div>
  )
}

export function AccountsSkeleton() {
  return (
    <div className="grid max-w-4xl gap-3 sm:gap-5">
      <PanelSkeleton rows={0} />
      <PanelSkeleton rows={2} takeaway={false} />
      <PanelSkeleton rows={2} takeaway={false} />
    </div>
  )
}
