import { useTranslations } from 'next-intl'
import { type Column, Table } from '#components/ui/table.tsx'
import type { Endpoint } from '#lib/api/endpoint.ts'
import { endpoints } from '#lib/api/endpoints.ts'

const needKeys = { read: 'apiRead', write: 'apiWrite' } as const

/** Every call of the public API; summaries come from the schema itself, which is written in English. */
export function EndpointTable() {
  const t = useTranslations('docs')
  const columns: Column<Endpoint>[] = [
    {
      key: 'call',
      heading: t('apiCall'),
      rowHeading: true,
      cell: ({ method, path }) => (
        <code className="text-label wrap-anywhere sm:whitespace-nowrap">
          {method.toUpperCase()} {path}
        </code>
      ),
    },
    { key: 'what', heading: t('apiWhat'), cell: ({ summary }) => <span lang="en">{summary}</span> },
    { key: 'needs', heading: t('apiNeeds'), cell: ({ needs }) => t(needs ? needKeys[needs] : 'apiOpen') },
  ]
  return (
    <Table
      caption={t('apiCalls')}
      columns={columns}
      rows={endpoints}
      rowKey={({ method, path }) => `${method} ${path}`}
    />
  )
}
