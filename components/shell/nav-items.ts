import {
  Bell,
  ChartPie,
  House,
  Link2,
  type LucideIcon,
  Settings,
  ShieldCheck,
  TextAlignStart,
  Wallet,
} from 'lucide-react'

export type NavKey =
  | 'dashboard'
  | 'transactions'
  | 'spending'
  | 'accounts'
  | 'connections'
  | 'alerts'
  | 'privacy'
  | 'settings'

export type NavItem = { key: NavKey; href: string; icon: LucideIcon; place: 'main' | 'end'; onBar: boolean }

/** The sections that exist. `onBar`: has a place of its own in the phone's bottom bar, the rest is under More. */
export const navItems: readonly NavItem[] = [
  { key: 'dashboard', href: '/', icon: House, place: 'main', onBar: true },
  { key: 'transactions', href: '/transactions', icon: TextAlignStart, place: 'main', onBar: true },
  { key: 'spending', href: '/spending', icon: ChartPie, place: 'main', onBar: true },
  { key: 'accounts', href: '/accounts', icon: Wallet, place: 'main', onBar: false },
  { key: 'connections', href: '/connections', icon: Link2, place: 'main', onBar: false },
  { key: 'alerts', href: '/alerts', icon: Bell, place: 'main', onBar: true },
  { key: 'privacy', href: '/privacy', icon: ShieldCheck, place: 'end', onBar: false },
  { key: 'settings', href: '/settings', icon: Settings, place: 'end', onBar: false },
]
