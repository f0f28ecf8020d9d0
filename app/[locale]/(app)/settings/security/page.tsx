import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DoorEventsPanel, PassphrasePanel, SessionsPanel } from '#components/settings/security-panels.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('security') }
}

export default function SecurityPage() {
  const t = useTranslations('settings')
  return (
    <>
      <TopBar title={t('security')} />
      <div className="grid grid-cols-1 gap-5">
        <Suspense fallback={<PanelSkeleton rows={2} className="max-w-2xl" />}>
          <SessionsPanel />
        </Suspense>
        <Suspense fallback={<PanelSkeleton rows={3} takeaway={false} className="max-w-2xl" />}>
          <PassphrasePanel />
        </Suspense>
        <Suspense fallback={<PanelSkeleton rows={4} takeaway={false} className="max-w-2xl" />}>
          <DoorEventsPanel />
        </Suspense>
      </div>
    </>
  )
}
