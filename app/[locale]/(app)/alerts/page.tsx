import { SlidersHorizontal } from 'lucide-react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AlertsPanel, type AlertsSearch, AlertsSkeleton } from '#components/alerts/alerts-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts')
  return { title: t('title') }
}

export default function AlertsPage({ searchParams }: { searchParams: AlertsSearch }) {
  const t = useTranslations('alerts')
  return (
    <>
      <TopBar
        title={t('title')}
        text={t('subtitle')}
        action={
          <ButtonLink href="/alerts/rules" icon={<Icon of={SlidersHorizontal} size={16} />}>
            {t('rulesLink')}
          </ButtonLink>
        }
      />
      <Suspense fallback={<AlertsSkeleton />}>
        <AlertsPanel search={searchParams} />
      </Suspense>
    </>
  )
}
