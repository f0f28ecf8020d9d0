import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AccountHead } from '#components/accounts/account-head.tsx'
import { AccountScreen } from '#components/accounts/account-screen.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { getAccount } from '#lib/accounts/queries.ts'
import { requireScope } from '#lib/auth/scope.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ days?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { id }, scope] = await Promise.all([getTranslations('accounts'), params, requireScope()])
  const account = await getAccount(scope, id).catch(() => null)
  return { title: account?.name ?? t('title') }
}

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
