import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ConnectPanel, type ConnectSearch } from '#components/demo-bank/connect-panel.tsx'
import { BankSkeleton } from '#components/demo-bank/frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('demo.bank')
  return { title: { absolute: `${t('connectTitle')} · ${t('name')}` } }
}

export default function DemoBankConnectPage({ searchParams }: { searchParams: ConnectSearch }) {
  return (
    <Suspense fallback={<BankSkeleton />}>
      <ConnectPanel search={searchParams} />
    </Suspense>
  )
}
