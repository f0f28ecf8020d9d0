import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { InvitesPanel } from '#components/settings/invites-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('invites') }
}

export default function InvitesPage() {
  const t = useTranslations('settings')
  return (
    <>
      <TopBar title={t('invites')} />
      <Suspense fallback={<PanelSkeleton rows={2} className="max-w-2xl" />}>
        <InvitesPanel />
      </Suspense>
    </>
  )
}
