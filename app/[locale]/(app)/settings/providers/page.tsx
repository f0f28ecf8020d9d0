import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SetupPanel } from '#components/connections/setup-panel.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { Panel } from '#components/spending/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connections')
  return { title: t('setup.title') }
}

export default function ProvidersPage() {
  const t = useTranslations('connections')
  return (
    <ClientMessages namespaces={['connections', 'settings']}>
      <TopBar title={t('setup.title')} text={t('setup.lead')} />
      <Panel heading={t('setup.title')} rows={4} takeaway={false}>
        <SetupPanel />
      </Panel>
    </ClientMessages>
  )
}
