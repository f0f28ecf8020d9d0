import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { RulesPanel, RulesSkeleton } from '#components/alerts/rules-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts')
  return { title: t('rulesTitle') }
}

export default function AlertRulesPage() {
  const t = useTranslations('alerts')
  return (
    <>
      <TopBar
        title={t('rulesTitle')}
        text={t('rulesSubtitle')}
        action={<ButtonLink href="/alerts">{t('alertsLink')}</ButtonLink>}
      />
      <Suspense fallback={<RulesSkeleton />}>
        <RulesPanel />
      </Suspense>
    </>
  )
}
