import type { ReactNode } from 'react'
import { DoorFrame } from '#components/auth/door-frame.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'

/** The pages in front of the door. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['auth']}>
      <DoorFrame>{children}</DoorFrame>
    </ClientMessages>
  )
}
