import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { Card } from '#components/ui/card.tsx'
import { RowList } from '#components/ui/data-list.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { listMappings } from '#lib/imports/queries.ts'
import { SavedMappingRow } from './saved-mapping-row.tsx'

/** Column layouts the household has explained; nothing when there are none. */
export async function SavedMappings() {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('imports')])
  const mappings = await listMappings(scope)
  if (mappings.length === 0) return null
  return (
    <ClientMessages namespaces={['imports']}>
      <Card heading={t('saved.title')} className="max-w-4xl">
        <RowList>
          {mappings.map((mapping) => (
            <SavedMappingRow key={mapping.id} id={mapping.id} name={mapping.name} mapping={mapping.mapping} />
          ))}
        </RowList>
      </Card>
    </ClientMessages>
  )
}
