import { Landmark } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { listConnections } from '#lib/connections/queries.ts'
import { healthOf } from '#lib/connections/view.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { BankMark } from './bank-mark.tsx'
import { HealthButton } from './health-button.tsx'
import { HealthBadge, HealthSentence } from './health-line.tsx'

/** Every login, how it is and the one button that helps. */
export async function ConnectionsPanel() {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('connections')])
  const connections = await listConnections(scope, { ended: true })
  if (connections.length === 0)
    return (
      <Card>
        <EmptyState
          icon={<Icon of={Landmark} size={24} />}
          title={t('empty')}
          text={t('emptyText')}
          actions={
            <>
              <ButtonLink kind="primary" href="/link">
                {t('linkBank')}
              </ButtonLink>
              <ButtonLink kind="quiet" href="/link/with/demo">
                {t('tryDemo')}
              </ButtonLink>
            </>
          }
        />
      </Card>
    )
  return (
    <ul className="grid gap-3">
      {connections.map((connection) => {
        const { action } = healthOf(connection, scope.now)
        return (
          <li
            key={connection.id}
            className="rounded-card border border-border bg-surface p-4 sm:px-6 sm:py-5"
          >
            <div className="flex flex-wrap items-center gap-3">
              <BankMark name={connection.institutionName} />
              <div className="min-w-0 flex-1 basis-56">
                <h2 className="flex flex-wrap items-center gap-2 font-semibold">
                  <Link href={`/connections/${connection.id}`} className="hover:underline">
                    {connection.institutionName}
                  </Link>
                  <HealthBadge connection={connection} now={scope.now} />
                </h2>
                <p className="text-muted text-pretty">
                  <HealthSentence connection={connection} now={scope.now} timeZone={scope.timeZone} />{' '}
                  {t('accountsCount', { count: connection.accounts.length })}
                </p>
              </div>
              <div className="max-sm:w-full sm:grid sm:min-w-48 sm:justify-items-end">
                <HealthButton
                  id={connection.id}
                  provider={connection.provider}
                  action={action}
                  underWay={connection.running}
                />
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
