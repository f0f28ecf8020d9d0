import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'
import { AlertCount } from '#components/alerts/alert-count.tsx'
import { GlobalFileDrop } from '#components/imports/global-file-drop.tsx'
import { RunIndicator } from '#components/imports/run-indicator.tsx'
import { AppFrame } from '#components/shell/app-frame.tsx'

/** The frame around signed-in pages. It never authorises: each panel asks for its own scope. */
export default function SignedInLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('imports')
  const alertCount = (
    <Suspense fallback={null}>
      <AlertCount />
    </Suspense>
  )
  return (
    <AppFrame alertCount={alertCount}>
      {children}
      <GlobalFileDrop text={t('choose.overlay')} />
      <RunIndicator />
    </AppFrame>
  )
}
