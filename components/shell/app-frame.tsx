import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BottomBar } from './bottom-bar.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SideNav } from './side-nav.tsx'

export type AppFrameProps = {
  /** A streamed `CountBadge` beside Alerts. */
  alertCount?: ReactNode
  children: ReactNode
}

/** Navigation at the side or the bottom, and the page's main region. */
export function AppFrame({ alertCount, children }: AppFrameProps) {
  const t = useTranslations('shell')
  return (
    <div className="app-frame">
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-control bg-accent px-4 py-2.5 font-medium text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <SideNav alertCount={alertCount} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[80rem] min-w-0 px-4 pb-[calc(var(--bar-bottom)+2rem)] outline-none nav:px-8 nav:pb-16"
      >
        {children}
      </main>
      <BottomBar alertCount={alertCount} />
      <Shortcuts />
    </div>
  )
}
