import type { ReactNode } from 'react'
import { AppFrame } from '#components/shell/app-frame.tsx'

/** The frame around signed-in pages. It never authorises: each panel asks for its own scope. */
export default function SignedInLayout({ children }: { children: ReactNode }) {
  return <AppFrame>{children}</AppFrame>
}
