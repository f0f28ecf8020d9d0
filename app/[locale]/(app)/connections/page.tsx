import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ConnectionsPanel } from '#components/connections/connections-panel.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { Panel } from '#components/spending/panel.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connections')
  return { title: t('title') }
}

export default function ConnectionsPage() {
  const t = useTranslations('connections')
  return (
    <ClientMessages namespaces={['connections']}>
      <TopBar
        title={t('title')}
        text={t('lead')}
        action={
          <ButtonLink kind="primary" href="/link">
            {t('linkBank')}
          </ButtonLink>
        }
      />
      <Panel heading={t('title')} rows={3} takeaway={false}>
        <ConnectionsPanel />
      </Panel>
    </ClientMessages>
  )
}
