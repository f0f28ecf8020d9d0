import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { BankList } from '#components/connections/bank-list.tsx'
import { BankSearch } from '#components/connections/bank-search.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { errorCodeOf } from '#lib/connections/view.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('onboarding')
  return { title: t('linkTitle') }
}

async function Banks({ searchParams }: { searchParams: PageProps<'/[locale]/link'>['searchParams'] }) {
  const { q, failed } = await searchParams
  return (
    <BankList
      query={typeof q === 'string' ? q.slice(0, 100) : ''}
      failed={typeof failed === 'string' ? errorCodeOf(failed) : null}
    />
  )
}

export default async function LinkPage({ searchParams }: PageProps<'/[locale]/link'>) {
  const t = await getTranslations('onboarding')
  const connections = await getTranslations('connections')
  return (
    <>
      <TopBar title={t('linkTitle')} text={connections('linkLead')} />
      <BankSearch label={t('findBank')} placeholder={t('findPlaceholder')} />
      <Suspense fallback={<PanelSkeleton />}>
        <Banks searchParams={searchParams} />
      </Suspense>
    </>
  )
}
