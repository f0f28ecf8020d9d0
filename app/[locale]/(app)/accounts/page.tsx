import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AccountsPanel, AccountsSkeleton } from '#components/accounts/accounts-panel.tsx'
import { AddAccountButton } from '#components/accounts/add-account-button.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { PanelBoundary } from '#components/spending/panel-boundary.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('title') }
}

export default function AccountsPage() {
  const t = useTranslations('accounts')
  return (
    <ClientMessages namespaces={['accounts']}>
      <TopBar
        title={t('title')}
        action={
          <Suspense fallback={null}>
            <AddAccountButton />
          </Suspense>
        }
      />
      <PanelBoundary heading={t('title')}>
        <Suspense fallback={<AccountsSkeleton />}>
          <AccountsPanel />
        </Suspense>
      </PanelBoundary>
    </ClientMessages>
  )
}
