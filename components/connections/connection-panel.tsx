import { getTranslations } from 'next-intl/server'
import { Amount } from '#components/ui/amount.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card, CardGrid } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { providerIdOf } from '#lib/connections/provider-words.ts'
import { type Connection, listSyncRuns, type SyncRun } from '#lib/connections/queries.ts'
import { countsOf, errorCodeOf, healthOf } from '#lib/connections/view.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { DisconnectButton } from './disconnect-button.tsx'
import { FirstSync } from './first-sync.tsx'
import { HealthButton } from './health-button.tsx'
import { HealthBadge, HealthSentence } from './health-line.tsx'
import { IncludeSwitch } from './include-switch.tsx'
import { knownConnection } from './known-connection.ts'
import { ProviderNotices } from './provider-notices.tsx'

/** One login: how it is, its accounts, its consent, its syncs, and its end. */
export async function ConnectionPanel({ id, first }: { id: string; first: boolean }) {
  const scope = await requireScope()
  const [connection, { runs }, t] = await Promise.all([
    knownConnection(scope, id),
    listSyncRuns(scope, id, { limit: 20 }),
    getTranslations('connections'),
  ])
  const { action } = healthOf(connection, scope.now)
  const ended = connection.state === 'disconnected'
  const { lastAttemptAt, consent } = connection
  const isFirst = first && lastAttemptAt === null
  // Back from the bank with a new consent: what waited for it is fetched without another press.
  const isMended =
    first && !ended && lastAttemptAt !== null && consent !== null && consent.grantedAt > lastAttemptAt
  return (
    <>
      {isFirst && <FirstSync id={id} />}
      <CardGrid>
        <Card
          span="wide"
          heading={connection.institutionName}
          actions={<HealthBadge connection={connection} now={scope.now} />}
          takeaway={<HealthSentence connection={connection} now={scope.now} timeZone={scope.timeZone} />}
        >
          {!isFirst && (
            <HealthButton
              id={id}
              provider={connection.provider}
              action={action}
              underWay={connection.running}
              begin={isMended}
            />
          )}
          <ProviderNotices connection={connection} runs={runs} />
          <Accounts connection={connection} />
        </Card>
        <Consent connection={connection} scope={scope} />
        <History runs={runs} scope={scope} />
        <Card span="narrow" heading={t(ended ? 'afterwards' : 'disconnect')}>
          <p className="mt-2 mb-4 text-muted text-pretty">{t(ended ? 'afterwardsText' : 'disconnectText')}</p>
          <div className="flex flex-wrap gap-2">
            {!ended && <DisconnectButton id={id} name={connection.institutionName} />}
            <ButtonLink kind="quiet" href={`/privacy?connection=${id}`}>
              {t('whatLeft')}
            </ButtonLink>
          </div>
        </Card>
      </CardGrid>
    </>
  )
}

async function Accounts({ connection }: { connection: Connection }) {
  const t = await getTranslations('connections')
  const { id, accounts, state } = connection
  if (state === 'disconnected' && accounts.length === 0) return null
  return (
    <section className="mt-5">
      <h3 className="text-label font-medium text-muted">{t('accounts')}</h3>
      {accounts.length === 0 && <p className="mt-1 text-muted">{t('noAccounts')}</p>}
      <RowList>
        {accounts.map((account) => (
          <Row
            key={account.providerAccountId}
            title={
              account.accountId ? (
                <Link href={`/accounts/${account.accountId}`} className="hover:underline">
                  {account.name}
                </Link>
              ) : (
                account.name
              )
            }
            text={[
              account.institution,
              account.last4 && `•••• ${account.last4}`,
              !account.included && t('leftOut'),
            ]
              .filter(Boolean)
              .join(' · ')}
            value={
              <span className="flex items-center justify-end gap-4">
                {account.balanceMinor !== null && (
                  <Amount value={{ minor: account.balanceMinor, currency: account.currency }} />
                )}
                {state !== 'disconnected' && (
                  <IncludeSwitch
                    id={id}
                    providerAccountId={account.providerAccountId}
                    name={account.name}
                    included={account.included}
                  />
                )}
              </span>
            }
          />
        ))}
      </RowList>
    </section>
  )
}

async function Consent({ connection, scope }: { connection: Connection; scope: Scope }) {
  const t = await getTranslations('connections')
  const { consent, provider, id, state } = connection
  const say = (instant: Date) => formatDate(dateInZone(instant, scope.timeZone), scope.locale)
  const known = providerIdOf(provider)
  return (
    <Card span="narrow" heading={t('consentTitle')}>
      <p className="mt-2 text-pretty">
        {consent
          ? t('consentNow', { from: say(consent.grantedAt), until: say(consent.expiresAt) })
          : t('consentNone')}
      </p>
      {consent && (
        <p className="mt-1 text-muted">
          {t('consentUse', {
            purposes: consent.purposes.map((purpose) => t(`consent.${purpose}`)).join(', '),
          })}
        </p>
      )}
      {known && (
        <p className="mt-1 text-muted">
          {t('consent.cost')}: {t(`providers.${known}.cost`)}
        </p>
      )}
      {state !== 'disconnected' && (
        <ButtonLink href={`/link/with/${provider}?renew=${id}`} className="mt-4">
          {t('renew')}
        </ButtonLink>
      )}
    </Card>
  )
}

async function History({ runs, scope }: { runs: readonly SyncRun[]; scope: Scope }) {
  const t = await getTranslations('connections')
  const said = (run: SyncRun) => {
    if (run.status === 'ok') return t('result.ok', countsOf(run))
    if (run.status === 'failed') return t('result.failed', { why: t(`errors.${errorCodeOf(run.errorCode)}`) })
    return t(run.status === 'held' ? 'result.held' : 'result.running')
  }
  return (
    <Card span="wide" heading={t('history')}>
      {runs.length === 0 && <p className="mt-2 text-muted">{t('historyEmpty')}</p>}
      <RowList className="mt-1">
        {runs.map((run) => (
          <Row
            key={run.id}
            title={said(run)}
            text={`${t(`trigger.${run.trigger}`)} · ${t('requests', { count: run.requests })}`}
            value={<Time instant={run.startedAt} timeZone={scope.timeZone} now={scope.now} />}
          />
        ))}
      </RowList>
    </Card>
  )
}
