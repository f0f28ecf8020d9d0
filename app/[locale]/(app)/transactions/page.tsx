import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelBoundary } from '#components/spending/panel-boundary.tsx'
import { TransactionsPanel, TransactionsSkeleton } from '#components/transactions/transactions-panel.tsx'
import type { SearchParams } from '#lib/transactions/search-params.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transactions')
  return { title: t('title') }
}

export default function TransactionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = useTranslations('transactions')
  return (
    <ClientMessages namespaces={['transactions', 'categories']}>
      <TopBar title={t('title')} />
      <PanelBoundary heading={t('title')}>
        <Suspense fallback={<TransactionsSkeleton />}>
          <TransactionsPanel search={searchParams} />
        </Suspense>
      </PanelBoundary>
    </ClientMessages>
  )
}
