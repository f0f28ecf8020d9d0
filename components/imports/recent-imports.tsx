import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { RowList } from '#components/ui/data-list.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { listImports } from '#lib/imports/queries.ts'
import { ImportReviews } from './import-reviews.tsx'
import { StoredFile } from './stored-file.tsx'
import { UndoImport } from './undo-import.tsx'

/** The newest imports, each with its undo. */
export async function RecentImports() {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('imports')])
  const imports = await listImports(scope, 10)
  return (
    <ClientMessages namespaces={['imports', 'statements']}>
      <Card heading={t('recent.title')} className="max-w-4xl">
        {imports.length === 0 && <p className="py-2 text-muted">{t('recent.empty')}</p>}
        <RowList>
          {imports.map((one) => (
            <li key={one.id} className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-2 py-2">
              <div className="min-w-0 flex-1 basis-36">
                <p className="font-medium wrap-anywhere">{one.fileName}</p>
                <p className="text-xs text-subtle wrap-anywhere">
                  <Time instant={one.createdAt} timeZone={scope.timeZone} now={scope.now} />
                  {` · ${t('recent.counts', { new: one.new, duplicate: one.duplicate, updated: one.updated })}`}
                  {one.accountNames.length > 0 && ` · ${one.accountNames.join(', ')}`}
                </p>
              </div>
              {one.open > 0 && (
                <div className="order-last basis-full sm:order-none sm:basis-auto">
                  <ImportReviews importId={one.id} name={one.fileName} open={one.open} />
                </div>
              )}
              <div className="ml-auto flex items-center gap-2">
                {one.status === 'undone' ? (
                  <Badge>{t('recent.undone')}</Badge>
                ) : (
                  <UndoImport importId={one.id} label={t('recent.undoLabel', { name: one.fileName })} />
                )}
                {one.hasFile && <StoredFile importId={one.id} name={one.fileName} />}
              </div>
            </li>
          ))}
        </RowList>
      </Card>
    </ClientMessages>
  )
}
