'use client'

import { useTranslations } from 'next-intl'
import { Switch } from '#components/ui/checkbox.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { setShortcuts } from './preference-store.ts'
import { usePreferences } from './preferences-provider.tsx'
import { shortcuts } from './shortcut-keys.ts'

/** Every shortcut in words, and the switch that turns them off (WCAG 2.1.4). */
export function ShortcutList() {
  const t = useTranslations('shell')
  const on = usePreferences().shortcuts
  return (
    <section>
      <h3 className="text-label font-medium text-muted">{t('shortcuts')}</h3>
      <dl className="divide-y divide-border">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.label} className="flex min-h-10 items-center justify-between gap-4">
            <dt>{t(shortcut.label)}</dt>
            <dd className="flex items-center gap-1.5 text-label text-subtle">
              {shortcut.keys.map((key, index) => (
                <span key={key} className="flex items-center gap-1.5">
                  {index > 0 && t('thenKey')}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('shortcutsOn')}
        hint={t('shortcutsHint')}
        checked={on}
        onChange={(event) => setShortcuts(event.target.checked)}
        className="mt-2"
      />
    </section>
  )
}
