import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { RecentImports } from '#components/imports/recent-imports.tsx'
import { SavedMappings } from '#components/imports/saved-mappings.tsx'
import { type ImportSearch, WizardPanel, WizardSkeleton } from '#components/imports/wizard-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

export default function ImportPage({ searchParams }: { searchParams: ImportSearch }) {
  const t = useTranslations('imports')
  return (
    <>
      <TopBar title={t('title')} text={t('lead')} />
      <div className="flex flex-col gap-6">
        <Suspense fallback={<WizardSkeleton />}>
          <WizardPanel search={searchParams} />
        </Suspense>
        <Suspense fallback={<PanelSkeleton rows={3} takeaway={false} className="max-w-4xl" />}>
          <RecentImports />
        </Suspense>
        <Suspense>
          <SavedMappings />
        </Suspense>
      </div>
    </>
  )
}
