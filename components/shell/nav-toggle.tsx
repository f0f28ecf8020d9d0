'use client'

import { PanelLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { setNavCollapsed } from './preference-store.ts'
import { usePreferences } from './preferences-provider.tsx'

export function NavToggle() {
  const t = useTranslations('shell')
  const { navCollapsed } = usePreferences()
  const label = t(navCollapsed ? 'expand' : 'collapse')
  return (
    <button
      type="button"
      aria-expanded={!navCollapsed}
      aria-label={label}
      title={label}
      onClick={() => setNavCollapsed(!navCollapsed)}
      className="move flex min-h-10 items-center gap-3 rounded-control px-2.5 text-subtle transition-colors hover:bg-inset hover:text-text"
    >
      <Icon of={PanelLeft} />
    </button>
  )
}
