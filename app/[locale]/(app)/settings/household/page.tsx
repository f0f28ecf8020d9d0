import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { HouseholdPanel } from '#components/settings/household-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('household') }
}

export default function HouseholdPage() {
  const t = useTranslations('settings')
  return (
    <>
      <TopBar title={t('household')} text={t('householdLead')} />
      <Suspense fallback={<PanelSkeleton rows={4} takeaway={false} className="max-w-2xl" />}>
        <HouseholdPanel />
      </Suspense>
    </>
  )
}
