'use client'

import { useTranslations } from 'next-intl'
import { useStep } from '#components/settings/use-step.ts'
import { Switch } from '#components/ui/checkbox.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { instanceNoThirdPartiesAction, noThirdPartiesAction } from '#lib/privacy/actions.ts'

/** Lets nothing out, for this household or, as the administrator, for everybody here. */
export function QuietSwitch({ on, instance }: { on: boolean; instance: boolean }) {
  const t = useTranslations('privacy')
  const { busy, run } = useStep()
  return (
    <Switch
      label={t(instance ? 'instanceOff' : 'off')}
      hint={t(instance ? 'instanceOffHint' : 'offHint')}
      checked={on}
      disabled={busy}
      onChange={(event) => {
        const next = event.target.checked
        run(
          () => (instance ? instanceNoThirdPartiesAction : noThirdPartiesAction)({ on: next }),
          () => showToast({ text: t(next ? 'onNow' : 'offNow') }),
        )
      }}
    />
  )
}
