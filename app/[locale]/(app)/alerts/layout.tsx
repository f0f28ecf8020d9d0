import type { ReactNode } from 'react'
import { ClientMessages } from '#components/shell/client-messages.tsx'

/** Alerts and their rules share their words. */
export default function AlertsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={['alerts']}>{children}</ClientMessages>
}
