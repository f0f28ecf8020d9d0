import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { SettingsList, SettingsListSkeleton } from '#components/settings/settings-list.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default function SettingsPage() {
  const t = useTranslations('settings')
  return (
    <>
      <TopBar title={t('title')} />
      <Suspense fallback={<SettingsListSkeleton />}>
        <SettingsList />
      </Suspense>
    </>
  )
}
