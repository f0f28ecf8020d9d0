'use client'

import { useTranslations } from 'next-intl'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { setAlertStatusAction } from '#lib/alerts/actions.ts'

type Props = { alertId: string; dismissed: boolean; className?: string }

/** Takes an alert off the list, with an undo; on a dismissed one it brings it back. */
export function DismissButton({ alertId, dismissed, className }: Props) {
  const t = useTranslations('alerts')
  const common = useTranslations('common')
  const { busy, run } = useStep()
  const set = (status: 'seen' | 'dismissed', done: () => void): void =>
    run(() => setAlertStatusAction({ alertId, status }), done)
  const undo = (): void => set('seen', () => showToast({ text: t('list.restored') }))
  const dismiss = (): void =>
    set('dismissed', () => showToast({ text: t('list.dismissed'), tone: 'success', onUndo: undo }))
  return (
    <div className={className}>
      <Button busy={busy} onClick={dismissed ? undo : dismiss}>
        {dismissed ? common('undo') : t('list.dismiss')}
      </Button>
    </div>
  )
}
