import type { ReactNode } from 'react'
import { BankFrame } from '#components/demo-bank/frame.tsx'

/** The Demo Bank's own pages: another house, outside the app's frame. */
export default function DemoBankLayout({ children }: { children: ReactNode }) {
  return <BankFrame>{children}</BankFrame>
}
