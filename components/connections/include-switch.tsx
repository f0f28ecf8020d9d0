'use client'

import { useTranslations } from 'next-intl'
import { useStep } from '#components/settings/use-step.ts'
import { Switch } from '#components/ui/checkbox.tsx'
import { includeAccountAction } from '#lib/connections/actions.ts'

export type IncludeSwitchProps = { id: string; providerAccountId: string; name: string; included: boolean }

/** Whether syncs bring the rows of one account. */
export function IncludeSwitch({ id, providerAccountId, name, included }: IncludeSwitchProps) {
  const t = useTranslations('connections')
  const { busy, run } = useStep()
  return (
    <Switch
      label={<span className="sr-only">{t('included', { name })}</span>}
      checked={included}
      disabled={busy}
      onChange={(event) => {
        const next = event.target.checked
        run(
          () => includeAccountAction({ id, providerAccountId, included: next }),
          () => undefined,
        )
      }}
    />
  )
}
