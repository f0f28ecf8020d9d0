'use client'

import { useTranslations } from 'next-intl'
import { Sheet } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { navItems } from './nav-items.ts'
import { NavLink } from './nav-link.tsx'

export type MoreSheetContentProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** The sections without a place on the bar, and how the product looks. */
export function MoreSheetContent({ open, onOpenChange }: MoreSheetContentProps) {
  const t = useTranslations('shell')
  return (
    <Sheet title={t('moreTitle')} open={open} onOpenChange={onOpenChange}>
      <nav aria-label={t('moreTitle')} className="-mx-2.5 mb-4 grid">
        {navItems
          .filter((item) => !item.onBar)
          .map((item) => (
            <NavLink
              key={item.key}
              href={item.href}
              onClick={() => onOpenChange(false)}
              className="flex min-h-12 items-center gap-3 rounded-control px-2.5 text-base font-medium hover:bg-inset aria-[current=page]:text-accent"
            >
              <Icon of={item.icon} />
              {t(item.key)}
            </NavLink>
          ))}
      </nav>
      <DisplaySettings />
    </Sheet>
  )
}
