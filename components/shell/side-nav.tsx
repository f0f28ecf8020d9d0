import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#lib/i18n/navigation.ts'
import { Logo } from './logo.tsx'
import { type NavItem, navItems } from './nav-items.ts'
import { NavLink } from './nav-link.tsx'
import { NavToggle } from './nav-toggle.tsx'

export type SideNavProps = { /** The count beside Alerts, streamed in. */ alertCount?: ReactNode }

/** The desktop navigation: 240 px, or 64 px of pictures. */
export function SideNav({ alertCount }: SideNavProps) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="side-nav sticky top-0 hidden h-dvh flex-col gap-0.5 overflow-y-auto border-r border-border bg-surface px-3 py-4 nav:flex"
    >
      <Link
        href="/"
        aria-label={`Minh, ${t('dashboard')}`}
        className="mb-4 flex min-h-10 items-center rounded-control px-2"
      >
        <Logo className="side-logo" />
      </Link>
      {navItems
        .filter((item) => item.place === 'main')
        .map((item) => (
          <SideLink key={item.key} item={item} label={t(item.key)}>
            {item.key === 'alerts' && alertCount}
          </SideLink>
        ))}
      <div className="flex-1" />
      {navItems
        .filter((item) => item.place === 'end')
        .map((item) => (
          <SideLink key={item.key} item={item} label={t(item.key)} />
        ))}
      <NavToggle />
    </nav>
  )
}

export const sideLinkClass =
  'move relative flex min-h-10 items-center gap-3 rounded-control px-2.5 text-sm font-medium text-muted transition-colors hover:bg-inset hover:text-text aria-[current=page]:bg-inset aria-[current=page]:text-text'

function SideLink({ item, label, children }: { item: NavItem; label: string; children?: ReactNode }) {
  return (
    <NavLink href={item.href} title={label} className={sideLinkClass}>
      <Icon of={item.icon} />
      <span className="side-label min-w-0 flex-1 truncate">{label}</span>
      {children && <span className="side-count">{children}</span>}
    </NavLink>
  )
}
