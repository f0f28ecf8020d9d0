import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CountryBanksPanel } from '#components/connections/country-banks-panel.tsx'
import { EuropePanel } from '#components/connections/europe-panel.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { countryOf } from '#lib/connections/listed-bank.ts'

type Props = PageProps<'/[locale]/link/europe'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connections')
  return { title: t('europe.title') }
}

async function Banks({ searchParams }: Pick<Props, 'searchParams'>) {
  const { country } = await searchParams
  const chosen = countryOf(typeof country === 'string' ? country : '')
  if (!chosen) return null
  return (
    <Suspense key={chosen} fallback={<PanelSkeleton rows={6} takeaway={false} />}>
      <CountryBanksPanel country={chosen} />
    </Suspense>
  )
}

export default async function EuropePage({ searchParams }: Props) {
  const t = await getTranslations('connections')
  return (
    <ClientMessages namespaces={['connections']}>
      <TopBar
        title={t('europe.title')}
        text={t('europe.lead')}
        action={<ButtonLink href="/link">{t('consent.back')}</ButtonLink>}
      />
      <Suspense fallback={<PanelSkeleton rows={1} takeaway={false} />}>
        <EuropePanel>
          <Banks searchParams={searchParams} />
        </EuropePanel>
      </Suspense>
    </ClientMessages>
  )
}
