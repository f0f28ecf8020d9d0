'use client'

import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link, usePathname } from '#lib/i18n/navigation.ts'

/** The way back to the list of settings, on every page below it. */
export function SettingsBack() {
  const t = useTranslations('settings')
  if (usePathname() === '/settings') return null
  return (
    <nav aria-label={t('title')} className="-mb-2 pt-3">
      <Link
        href="/settings"
        className="control -ml-2 inline-flex items-center gap-1 rounded-small pr-2 pl-1 text-label font-medium text-muted hover:text-text"
      >
        <Icon of={ChevronLeft} size={16} />
        {t('back')}
      </Link>
    </nav>
  )
}
