import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EgressPanel } from '#components/privacy/egress-panel.tsx'
import { QuietPanel } from '#components/privacy/quiet-panel.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { Panel } from '#components/spending/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title') }
}

type Props = PageProps<'/[locale]/privacy'>

async function Ledger({ searchParams }: Props) {
  const { connection, before } = await searchParams
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)
  return <EgressPanel query={{ connection: one(connection), before: one(before) }} />
}

export default async function PrivacyPage(props: Props) {
  const t = await getTranslations('privacy')
  return (
    <ClientMessages namespaces={['privacy']}>
      <TopBar title={t('title')} text={t('lead')} />
      <div className="grid grid-cols-1 gap-5">
        <Panel heading={t('switches')} rows={1} takeaway={false}>
          <QuietPanel />
        </Panel>
        <Panel heading={t('ledger')} rows={4}>
          <Ledger {...props} />
        </Panel>
      </div>
    </ClientMessages>
  )
}
