import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DashboardHeader, DashboardHeaderFrame } from '#components/dashboard/dashboard-header.tsx'
import { DashboardPanels, DashboardSkeleton } from '#components/dashboard/dashboard-panels.tsx'
import { DemoBanner } from '#components/demo/demo-banner.tsx'
import { LoadDemo } from '#components/demo/load-demo.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dashboard')
  return { title: t('title') }
}

export default function DashboardPage({ searchParams }: Props) {
  return (
    <>
      <Suspense fallback={<DashboardHeaderFrame />}>
        <DashboardHeader search={searchParams} />
      </Suspense>
      <Suspense fallback={<DashboardSkeleton />}>
        <DashboardPanels search={searchParams} banner={<DemoBanner />} demo={<LoadDemo />} />
      </Suspense>
    </>
  )
}
