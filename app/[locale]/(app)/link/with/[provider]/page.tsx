import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ConsentPanel } from '#components/connections/consent-panel.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { institutionOf } from '#lib/connections/institutions.ts'
import { listedBankOf } from '#lib/connections/listed-bank.ts'
import { providerIdOf } from '#lib/connections/provider-words.ts'

type Props = PageProps<'/[locale]/link/with/[provider]'>

async function namesOf({ params, searchParams }: Props) {
  const [{ provider }, query, t] = await Promise.all([params, searchParams, getTranslations('connections')])
  const id = providerIdOf(provider)
  if (!id) notFound()
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)
  const bank = one(query.bank)
  const chosen = institutionOf(bank ?? '') ?? (id === 'enablebanking' ? listedBankOf(bank ?? '') : null)
  const name = chosen?.name ?? t(`providers.${id}.name`)
  return { id, name, query: { bank, repair: one(query.repair), renew: one(query.renew) } }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('connections')
  return { title: t('consent.title', { name: (await namesOf(props)).name }) }
}

async function Screen(props: Props) {
  const t = await getTranslations('connections')
  const { id, name, query } = await namesOf(props)
  return (
    <>
      <TopBar
        title={t('consent.title', { name })}
        text={t('consent.lead')}
        action={<ButtonLink href="/link">{t('consent.back')}</ButtonLink>}
      />
      <ConsentPanel provider={id} query={query} />
    </>
  )
}

export default function ConsentPage(props: Props) {
  return (
    <ClientMessages namespaces={['connections', 'settings']}>
      <Suspense fallback={<PanelSkeleton rows={4} takeaway={false} />}>
        <Screen {...props} />
      </Suspense>
    </ClientMessages>
  )
}
