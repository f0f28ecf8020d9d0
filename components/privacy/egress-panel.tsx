import { ShieldCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Card, CardLink } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SegmentedLinks } from '#components/ui/segmented-control.tsx'
import { Table } from '#components/ui/table.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { type Connection, listConnections } from '#lib/connections/queries.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import { isId } from '#lib/core/ids.ts'
import { formatDate, formatFileSize } from '#lib/i18n/format.ts'
import { listEgress, totalEgress } from '#lib/privacy/queries.ts'
import { outcomeOf, purposeOf } from '#lib/privacy/view.ts'

export type EgressQuery = { connection: string | null; before: string | null }

const pageSize = 50

/** Every request that left, one page at a time: to whom, why, which names and how many bytes. */
export async function EgressPanel({ query }: { query: EgressQuery }) {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('privacy')])
  const connectionId = query.connection && isId(query.connection) ? query.connection : null
  const before = query.before && isId(query.before) ? query.before : null
  const [page, total, logins] = await Promise.all([
    listEgress(scope, { limit: pageSize, before, connectionId }),
    totalEgress(scope),
    listConnections(scope, { ended: true }),
  ])
  if (total.requests === 0 || !total.since)
    return (
      <Card>
        <EmptyState icon={<Icon of={ShieldCheck} size={24} />} title={t('nothing')} text={t('nothingText')} />
      </Card>
    )
  const size = (bytes: number) => formatFileSize(bytes, scope.locale)
  const nameOf = (id: string | null) => logins.find((login) => login.id === id)?.institutionName ?? '–'
  const fieldsOf = (fields: readonly string[]) => (fields.length > 0 ? fields.join(', ') : t('noFields'))
  const answerOf = (row: { status: number | null; outcome: string }) =>
    row.status ?? t(`outcome.${outcomeOf(row.outcome)}`)
  return (
    <Card
      heading={t('ledger')}
      takeaway={t('total', {
        requests: total.requests,
        hosts: total.hosts.length,
        since: formatDate(dateInZone(total.since, scope.timeZone), scope.locale),
        out: size(total.bytesOut),
        in: size(total.bytesIn),
      })}
    >
      <Filter logins={logins} current={connectionId} />
      {page.rows.length === 0 && <p className="text-muted">{t('nothingHere')}</p>}
      {page.rows.length > 0 && (
        <RowList className="sm:hidden">
          {page.rows.map((row) => (
            <Row
              key={row.id}
              title={row.host}
              text={
                <>
                  <Time instant={row.at} timeZone={scope.timeZone} />
                  {` · ${t(`purpose.${purposeOf(row.purpose)}`)}`}
                  <span className="block whitespace-normal">{fieldsOf(row.fields)}</span>
                </>
              }
              value={answerOf(row)}
              valueText={`${size(row.bytesOut)} → ${size(row.bytesIn)}`}
            />
          ))}
        </RowList>
      )}
      {page.rows.length > 0 && (
        <Table
          className="max-sm:hidden"
          caption={t('caption')}
          rows={page.rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'at',
              heading: t('time'),
              cell: (row) => (
                <Time instant={row.at} timeZone={scope.timeZone} className="whitespace-nowrap" />
              ),
            },
            { key: 'host', heading: t('host'), rowHeading: true, cell: (row) => row.host },
            { key: 'why', heading: t('purposeLabel'), cell: (row) => t(`purpose.${purposeOf(row.purpose)}`) },
            { key: 'login', heading: t('connection'), cell: (row) => nameOf(row.connectionId) },
            {
              key: 'fields',
              heading: t('fields'),
              cell: (row) => fieldsOf(row.fields),
            },
            { key: 'out', heading: t('out'), figure: true, cell: (row) => size(row.bytesOut) },
            { key: 'in', heading: t('in'), figure: true, cell: (row) => size(row.bytesIn) },
            {
              key: 'answer',
              heading: t('answer'),
              figure: true,
              cell: answerOf,
            },
          ]}
        />
      )}
      <div className="mt-3 flex justify-between">
        {before ? <CardLink href={addressOf(connectionId, null)}>{t('newest')}</CardLink> : <span />}
        {page.next && <CardLink href={addressOf(connectionId, page.next)}>{t('older')}</CardLink>}
      </div>
    </Card>
  )
}

function addressOf(connection: string | null, before: string | null): string {
  const query = new URLSearchParams({
    ...(connection ? { connection } : {}),
    ...(before ? { before } : {}),
  }).toString()
  return query ? `/privacy?${query}` : '/privacy'
}

async function Filter({ logins, current }: { logins: readonly Connection[]; current: string | null }) {
  const t = await getTranslations('privacy')
  if (logins.length === 0) return null
  return (
    <div className="mb-3 overflow-x-auto">
      <SegmentedLinks
        label={t('filter')}
        items={[
          { href: addressOf(null, null), label: t('all'), current: current === null },
          ...logins.map(({ id, institutionName }) => ({
            href: addressOf(id, null),
            label: institutionName,
            current: id === current,
          })),
        ]}
      />
    </div>
  )
}
