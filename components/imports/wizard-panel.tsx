import { ClientMessages } from '#components/shell/client-messages.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { resumeFiles } from '#lib/imports/staged.ts'
import { ImportWizard } from './import-wizard.tsx'

export type ImportSearch = Promise<Record<string, string | string[] | undefined>>

/** The wizard with the files it held before a reload: their ids are in the address. */
export async function WizardPanel({ search }: { search: ImportSearch }) {
  const [scope, { files }] = await Promise.all([requireScope(), search])
  const ids = typeof files === 'string' ? files.split(',').slice(0, 20) : []
  const initial = await resumeFiles(scope, ids)
  return (
    <ClientMessages namespaces={['imports', 'statements']}>
      <ImportWizard initial={initial} />
    </ClientMessages>
  )
}

export const WizardSkeleton = () => <PanelSkeleton rows={2} takeaway={false} className="max-w-4xl" />
