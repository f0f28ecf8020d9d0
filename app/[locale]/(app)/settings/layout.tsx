import type { ReactNode } from 'react'
import { SettingsBack } from '#components/settings/settings-back.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'

/** Settings share their words and the way back; each page brings its own head. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages
      namespaces={['settings', 'auth', 'categories', 'rules', 'alerts', 'mail', 'transactions']}
    >
      <SettingsBack />
      {children}
    </ClientMessages>
  )
}
