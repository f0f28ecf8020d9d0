import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { BankSteps } from '#components/connections/bank-steps.tsx'
import { WaysPanel } from '#components/connections/ways-panel.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { institutionOf } from '#lib/connections/institutions.ts'

type Props = PageProps<'/[locale]/link/[bank]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('onboarding')
  const bank = institutionOf((await params).bank)
  return { title: bank ? t('noLive', { bank: bank.name }) : t('linkTitle') }
}

async function Screen({ params }: Props) {
  const t = await getTranslations('onboarding')
  const bank = institutionOf((await params).bank)
  if (!bank) notFound()
  return (
    <>
      <TopBar
        title={t('noLive', { bank: bank.name })}
        text={t('bankText', { site: bank.site })}
        action={<ButtonLink href="/link">{t('otherBanks')}</ButtonLink>}
      />
      <Suspense fallback={<PanelSkeleton rows={1} takeaway={false} className="mb-4" />}>
        <WaysPanel bank={bank} />
      </Suspense>
      <BankSteps bank={bank} />
    </>
  )
}

export default function BankPage(props: Props) {
  return (
    <Suspense fallback={<PanelSkeleton rows={4} takeaway={false} />}>
      <Screen {...props} />
    </Suspense>
  )
}
