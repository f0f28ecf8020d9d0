import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import type { ConnectSearch } from '#components/demo-bank/connect-panel.tsx'
import { CounterPanel } from '#components/demo-bank/counter-panel.tsx'
import { BankSkeleton } from '#components/demo-bank/frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('demo.bank')
  return { title: { absolute: `${t('counterTitle')} · ${t('name')}` } }
}

export default function DemoBankPage({ searchParams }: { searchParams: ConnectSearch }) {
  return (
    <Suspense fallback={<BankSkeleton />}>
      <CounterPanel search={searchParams} />
    </Suspense>
  )
}
