import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { Sparkline } from '#components/charts/sparkline.tsx'
import type { PageBasis } from '#components/spending/page-basis.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Dot } from '#components/ui/badge.tsx'
import { Card, CardLink, Figure } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { Explain } from '#components/ui/explain.tsx'
import { Day, Time } from '#components/ui/time.tsx'
import { listAccounts } from '#lib/accounts/queries.ts'
import type { Account } from '#lib/accounts/types.ts'
import { daysBetween } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { lastKnownDay } from '#lib/spending/choose-period.ts'
import { chartNumber } from '#lib/spending/view.ts'
import { yearHistory } from './year-history.ts'

const shown = 5
const sparkDays = 60
/** A balance older than this is marked, as the alert for silent accounts does. */
const staleDays = 35

/** Balances with their "as of" and where they came from; what is not converted is said beside the total. */
export async function AccountsPanel({ scope, basis }: PageBasis) {
  const lastDay = lastKnownDay(scope, basis)
  const [t, all, histories] = await Promise.all([
    getTranslations('dashboard'),
    listAccounts(scope, { visibleOnly: true }),
    yearHistory(scope, lastDay),
  ])
  const known = all.filter((account) => account.balance !== null)
  const counted = known.filter((account) => account.includeInNetWorth)
  const totals = new Map<string, bigint>()
  for (const { balance } of counted)
    if (balance) totals.set(balance.currency, (totals.get(balance.currency) ?? 0n) + balance.minor)
  const total: Money = { minor: totals.get(basis.currency) ?? 0n, currency: basis.currency }
  const others = [...totals].filter(([code]) => code !== basis.currency)
  const lines = new Map(histories.map((history) => [history.accountId, history]))
  const rank = (account: Account) => (account.balance ? 0 : 1)
  const ordered = [...all].sort((a, b) => rank(a) - rank(b))
  return (
    <Card span="narrow" heading={t('accounts')} link={{ href: '/accounts', label: t('accountsAll') }}>
      <Figure
        note={
          others.length > 0 &&
          t.rich('accountsOthers', {
            amounts: () => (
              <>
                {others.map(([currency, minor], index) => (
                  <Fragment key={currency}>
                    {index > 0 && ', '}
                    <Amount value={{ minor, currency }} />
                  </Fragment>
                ))}
              </>
            ),
          })
        }
      >
        {totals.has(basis.currency) ? (
          <Explain title={t('accountsTotal')} explanation={totalExplanation(counted, all, total, t)}>
            <Amount value={total} />
          </Explain>
        ) : (
          '–'
        )}
      </Figure>
      <RowList>
        {ordered.slice(0, shown).map((account) => (
          <Row
            key={account.id}
            title={
              <Link href={`/accounts/${account.id}`} className="after:absolute after:inset-0 hover:underline">
                {account.name}{' '}
                {account.last4 && <span className="num font-normal text-subtle">··{account.last4}</span>}
              </Link>
            }
            text={<AsOf account={account} scope={scope} unknown={t('accountsUnknown')} />}
            middle={
              <Sparkline
                values={(lines.get(account.id)?.points ?? [])
                  .slice(-sparkDays)
                  .map((point) => chartNumber(point.minor, account.currency))}
              />
            }
            value={
              account.balance ? <Amount value={account.balance} /> : <span className="text-subtle">–</span>
            }
          />
        ))}
      </RowList>
      {ordered.length > shown && (
        <CardLink href="/accounts">{t('accountsMore', { count: ordered.length - shown })}</CardLink>
      )}
    </Card>
  )
}

type Translate = Awaited<ReturnType<typeof getTranslations<'dashboard'>>>

function totalExplanation(counted: Account[], all: Account[], total: Money, t: Translate) {
  const inside = counted.filter((account) => account.currency === total.currency)
  const others = counted.filter((account) => account.currency !== total.currency)
  const unknown = all.filter((account) => account.balance === null)
  const apart = all.filter((account) => account.balance !== null && !account.includeInNetWorth)
  const reason = (key: 'accountsOtherCurrency' | 'accountsUnknown' | 'accountsApart', list: Account[]) =>
    list.length === 0
      ? []
      : [{ reason: `${t(key)}: ${list.map((account) => account.name).join(', ')}`, count: list.length }]
  return {
    included: { count: inside.length, total, href: '/accounts' },
    excluded: [
      ...reason('accountsOtherCurrency', others),
      ...reason('accountsUnknown', unknown),
      ...reason('accountsApart', apart),
    ],
  }
}

type AsOfProps = { account: Account; scope: Scope; unknown: string }

async function AsOf({ account, scope, unknown }: AsOfProps) {
  const t = await getTranslations('dashboard')
  const { balanceAsOf, balanceUpdatedAt } = account
  if (!balanceAsOf) return unknown
  const stale = daysBetween(balanceAsOf, scope.today) > staleDays
  const when =
    balanceAsOf === scope.today && balanceUpdatedAt ? (
      <Time instant={balanceUpdatedAt} timeZone={scope.timeZone} now={scope.now} />
    ) : (
      <Day date={balanceAsOf} today={scope.today} />
    )
  return (
    <>
      {stale && <Dot colour="var(--warning)" className="mr-1.5" />}
      {t.rich('accountsAsOf', { when: () => when })}
    </>
  )
}
