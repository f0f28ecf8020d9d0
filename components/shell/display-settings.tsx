'use client'

import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '#components/ui/class-names.ts'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { localeNames, locales } from '#lib/i18n/locales.ts'
import { Link, usePathname } from '#lib/i18n/navigation.ts'
import { setTheme } from './preference-store.ts'
import { themes } from './preferences.ts'
import { usePreferences } from './preferences-provider.tsx'

const themeLabels = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

/** Appearance and language; used in the top bar's menu, the phone's More sheet and the settings page. */
export function DisplaySettings() {
  const t = useTranslations('shell')
  const { theme } = usePreferences()
  return (
    <div className="grid gap-4">
      <div className="grid justify-items-start gap-1.5">
        <p className="text-label font-medium text-muted">{t('theme')}</p>
        <SegmentedControl
          label={t('theme')}
          name="theme"
          value={theme}
          onChange={setTheme}
          options={themes.map((value) => ({ value, label: t(themeLabels[value]) }))}
        />
      </div>
      <div className="grid justify-items-start gap-1.5">
        <p className="text-label font-medium text-muted">{t('language')}</p>
        <LanguageLinks label={t('language')} />
      </div>
    </div>
  )
}

/** The same page in each language; the language's name is in its own words. */
export function LanguageLinks({ label }: { label: string }) {
  const current = useLocale()
  const pathname = usePathname()
  return (
    <nav aria-label={label} className="inline-flex gap-0.5 rounded-control bg-inset p-0.5">
      {locales.map((locale) => (
        <Link
          key={locale}
          href={pathname}
          locale={locale}
          lang={locale}
          hrefLang={locale}
          prefetch={false}
          aria-current={locale === current ? 'true' : undefined}
          className={classNames(
            'control inline-flex items-center rounded-small px-3 text-sm font-medium',
            locale === current
              ? 'bg-surface text-text shadow-[0_0_0_1px_var(--border)]'
              : 'text-muted hover:text-text',
          )}
        >
          {localeNames[locale]}
        </Link>
      ))}
    </nav>
  )
}
