import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ConnectionPanel } from '#components/connections/connection-panel.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { Panel } from '#components/spending/panel.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { getConnection } from '#lib/connections/queries.ts'
import { isId } from '#lib/core/ids.ts'

type Props = PageProps<'/[locale]/connections/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { id }, scope] = await Promise.all([getTranslations('connections'), params, requireScope()])
  const connection = isId(id) ? await getConnection(scope, id).catch(() => null) : null
  return { title: connection?.institutionName ?? t('title') }
}

async function Screen({ params, searchParams }: Props) {
  const [{ id }, { first }] = await Promise.all([params, searchParams])
  if (!isId(id)) notFound()
  return <ConnectionPanel id={id} first={first === '1'} />
}

export default async function ConnectionPage(props: Props) {
  const t = await getTranslations('connections')
  return (
    <ClientMessages namespaces={['connections']}>
      <TopBar title={t('title')} action={<ButtonLink href="/connections">{t('all')}</ButtonLink>} />
      <Panel heading={t('title')} rows={4}>
        <Screen {...props} />
      </Panel>
    </ClientMessages>
  )
}
