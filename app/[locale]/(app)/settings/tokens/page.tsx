import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { NewTokenPanel, TokensPanel } from '#components/settings/tokens-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('tokens') }
}

export default function TokensPage() {
  const t = useTranslations('settings')
  return (
    <>
      <TopBar title={t('tokens')} text={t('tokensLead')} />
      <div className="grid grid-cols-1 gap-5">
        <Suspense fallback={<PanelSkeleton rows={3} takeaway={false} className="max-w-2xl" />}>
          <NewTokenPanel />
        </Suspense>
        <Suspense fallback={<PanelSkeleton rows={2} takeaway={false} className="max-w-2xl" />}>
          <TokensPanel />
        </Suspense>
      </div>
    </>
  )
}
