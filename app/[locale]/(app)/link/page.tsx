import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { BankList } from '#components/connections/bank-list.tsx'
import { BankSearch } from '#components/connections/bank-search.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('onboarding')
  return { title: t('linkTitle') }
}

async function Banks({ searchParams }: { searchParams: PageProps<'/[locale]/link'>['searchParams'] }) {
  const { q } = await searchParams
  return <BankList query={typeof q === 'string' ? q.slice(0, 100) : ''} />
}

export default async function LinkPage({ searchParams }: PageProps<'/[locale]/link'>) {
  const t = await getTranslations('onboarding')
  return (
    <>
      <PageHeader title={t('linkTitle')} text={t('linkText')} />
      <BankSearch />
      <Suspense fallback={<PanelSkeleton />}>
        <Banks searchParams={searchParams} />
      </Suspense>
    </>
  )
}
