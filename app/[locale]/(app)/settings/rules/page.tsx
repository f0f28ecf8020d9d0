import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { CategoryRulesPanel } from '#components/rules/rules-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { Panel } from '#components/spending/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules')
  return { title: t('title') }
}

export default function RulesPage() {
  const t = useTranslations('rules')
  return (
    <>
      <TopBar title={t('title')} text={t('text')} />
      <Panel heading={t('title')} rows={4} takeaway={false} className="max-w-3xl">
        <CategoryRulesPanel />
      </Panel>
    </>
  )
}
