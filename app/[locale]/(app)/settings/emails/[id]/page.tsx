import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { MailPanel } from '#components/mail/mail-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail')
  return { title: t('title') }
}

export default function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const t = useTranslations('mail')
  return (
    <>
      <TopBar title={t('title')} />
      <Suspense fallback={<PanelSkeleton rows={3} className="max-w-3xl" />}>
        <MailPanel params={params} />
      </Suspense>
    </>
  )
}
