import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AccountHead } from '#components/accounts/account-head.tsx'
import { AccountScreen } from '#components/accounts/account-screen.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('title') }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ days?: string | string[] }> }

export default function AccountPage({ params, searchParams }: Props) {
  return (
    <ClientMessages namespaces={['accounts']}>
      <Suspense fallback={<PanelSkeleton chart />}>
        {params.then(({ id }) => (
          <>
            <AccountHead id={id} />
            <AccountScreen id={id} search={searchParams} />
          </>
        ))}
      </Suspense>
    </ClientMessages>
  )
}
