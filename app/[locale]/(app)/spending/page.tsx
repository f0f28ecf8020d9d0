import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { TopBar } from '#components/shell/top-bar.tsx'
import { SpendingHeader } from '#components/spending/spending-header.tsx'
import { SpendingPanels, SpendingSkeleton } from '#components/spending/spending-panels.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('spending')
  return { title: t('title') }
}

export default async function SpendingPage({ searchParams }: Props) {
  const t = await getTranslations('spending')
  return (
    <>
      <Suspense fallback={<TopBar title={t('title')} />}>
        <SpendingHeader search={searchParams} />
      </Suspense>
      <Suspense fallback={<SpendingSkeleton />}>
        <SpendingPanels search={searchParams} />
      </Suspense>
    </>
  )
}
