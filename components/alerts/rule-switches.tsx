'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic } from 'react'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/checkbox.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { changeAlertRuleAction } from '#lib/alerts/actions.ts'
import type { RuleView } from '#lib/alerts/view.ts'

type Switches = { enabled: boolean; email: boolean }

/** On or off, by mail or not; a mute is told with its day and can be taken back. */
export function RuleSwitches({ rule, mutedOn }: { rule: RuleView; mutedOn: string | null }) {
  const t = useTranslations('alerts')
  const { busy, run } = useStep()
  const [shown, show] = useOptimistic<Switches, Partial<Switches>>(rule, (now, next) => ({ ...now, ...next }))
  const change = (patch: Partial<Switches>): void =>
    run(
      () => {
        show(patch)
        return changeAlertRuleAction({ ruleId: rule.id, ...patch })
      },
      () => undefined,
    )
  const unmute = (): void =>
    run(
      () => changeAlertRuleAction({ ruleId: rule.id, muted: false }),
      () => undefined,
    )
  return (
    <div className="mt-2">
      <Switch
        label={t('rulesPage.watch')}
        checked={shown.enabled}
        onChange={(event) => change({ enabled: event.target.checked })}
      />
      <Switch
        label={t('rulesPage.email')}
        checked={shown.email}
        disabled={!shown.enabled}
        onChange={(event) => change({ email: event.target.checked })}
      />
      {mutedOn && (
        <Notice
          tone="warning"
          className="mt-2"
          actions={
            <Button busy={busy} onClick={unmute}>
              {t('rulesPage.unmute')}
            </Button>
          }
        >
          {t('rulesPage.muteHint', { when: mutedOn })}
        </Notice>
      )}
    </div>
  )
}
