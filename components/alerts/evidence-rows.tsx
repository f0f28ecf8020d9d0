import { useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import type { EvidenceRow } from '#lib/alerts/types.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'

export type EvidenceRowsProps = { rows: readonly EvidenceRow[]; today?: CalendarDate }

/** The rows that fired an alert, as they were then. */
export function EvidenceRows({ rows, today }: EvidenceRowsProps) {
  const t = useTranslations('alerts')
  if (rows.length === 0) return null
  return (
    <Table
      caption={t('rows.caption')}
      rows={rows}
      rowKey={(row) => row.transactionId}
      columns={[
        {
          key: 'date',
          heading: t('rows.date'),
          cell: (row) => <Day date={row.date} today={today} className="whitespace-nowrap text-muted" />,
        },
        {
          key: 'payee',
          heading: t('rows.payee'),
          rowHeading: true,
          cell: (row) => (
            <>
              <span className="block wrap-anywhere">{row.payee}</span>
              <span className="block text-xs font-normal text-subtle wrap-anywhere">{row.accountName}</span>
            </>
          ),
        },
        {
          key: 'amount',
          heading: t('rows.amount'),
          figure: true,
          cell: (row) => <Amount value={row.amount} tone="flow" />,
        },
      ]}
    />
  )
}
