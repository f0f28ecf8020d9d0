'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { revokeOtherSessionsAction, revokeSessionAction } from '#lib/users/actions.ts'
import { useStep } from './use-step.ts'

export function EndSessionButton({ id, device }: { id: string; device: string }) {
  const t = useTranslations('settings')
  const { busy, run } = useStep()
  return (
    <Button
      kind="quiet"
      busy={busy}
      aria-label={t('sessionEndOf', { device })}
      onClick={() =>
        run(
          () => revokeSessionAction({ id }),
          () => showToast({ text: t('sessionEnded') }),
        )
      }
    >
      {t('sessionEnd')}
    </Button>
  )
}

export function EndOtherSessionsButton() {
  const t = useTranslations('settings')
  const { busy, run } = useStep()
  return (
    <Button
      kind="danger"
      busy={busy}
      onClick={() =>
        run(
          () => revokeOtherSessionsAction({}),
          ({ ended }) => showToast({ text: t('sessionsEnded', { count: ended }) }),
        )
      }
    >
      {t('sessionsEndOthers')}
    </Button>
  )
}
