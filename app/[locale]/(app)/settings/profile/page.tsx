import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ProfilePanel } from '#components/settings/profile-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('profile') }
}

export default function ProfilePage() {
  const t = useTranslations('settings')
  return (
    <>
      <TopBar title={t('profile')} text={t('profileLead')} />
      <Suspense fallback={<PanelSkeleton rows={3} takeaway={false} className="max-w-2xl" />}>
        <ProfilePanel />
      </Suspense>
    </>
  )
}
