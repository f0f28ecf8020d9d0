import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { MoreSheet } from './more-sheet.tsx'
import { navItems } from './nav-items.ts'
import { NavLink } from './nav-link.tsx'

export const barItemClass =
  'move relative flex min-h-14 min-w-0 flex-col items-center justify-center gap-0.5 text-[0.6875rem] leading-4 font-medium text-muted transition-colors aria-[current=page]:text-accent'

export type BottomBarProps = { alertCount?: ReactNode }

/** The phone's navigation: four sections and the rest under More, above the safe area. */
export function BottomBar({ alertCount }: BottomBarProps) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] nav:hidden"
    >
      {navItems
        .filter((item) => item.onBar)
        .map((item) => (
          <NavLink key={item.key} href={item.href} className={barItemClass}>
            <Icon of={item.icon} />
            <span className="max-w-full truncate px-0.5">{t(item.key)}</span>
            {item.key === 'alerts' && alertCount && (
              <span className="absolute top-1 left-1/2 ml-1">{alertCount}</span>
            )}
          </NavLink>
        ))}
      <MoreSheet />
    </nav>
  )
}
