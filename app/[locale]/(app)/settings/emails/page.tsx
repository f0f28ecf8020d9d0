import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { MailsPanel, type MailsSearch } from '#components/mail/mails-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail')
  return { title: t('title') }
}

export default function MailsPage({ searchParams }: { searchParams: MailsSearch }) {
  const t = useTranslations('mail')
  return (
    <>
      <TopBar title={t('title')} text={t('subtitle')} />
      <Suspense fallback={<PanelSkeleton rows={4} takeaway={false} className="max-w-3xl" />}>
        <MailsPanel search={searchParams} />
      </Suspense>
    </>
  )
}
