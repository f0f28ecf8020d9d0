import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { CategoriesPanel } from '#components/categories/categories-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { Panel } from '#components/spending/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('categories')
  return { title: t('title') }
}

export default function CategoriesPage() {
  const t = useTranslations('categories')
  return (
    <>
      <TopBar title={t('title')} text={t('text')} />
      <Panel heading={t('title')} rows={8} takeaway={false} className="max-w-3xl">
        <CategoriesPanel />
      </Panel>
    </>
  )
}
