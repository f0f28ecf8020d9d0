'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { revokeInviteAction, revokeTokenAction } from '#lib/users/actions.ts'
import { useStep } from './use-step.ts'

export function RevokeTokenButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('settings')
  const { busy, run } = useStep()
  return (
    <Button
      kind="danger"
      busy={busy}
      aria-label={t('tokenRevokeOf', { name })}
      onClick={() =>
        run(
          () => revokeTokenAction({ id }),
          () => showToast({ text: t('tokenRevoked') }),
        )
      }
    >
      {t('tokenRevoke')}
    </Button>
  )
}

export function RevokeInviteButton({ id }: { id: string }) {
  const t = useTranslations('settings')
  const { busy, run } = useStep()
  return (
    <Button
      kind="danger"
      busy={busy}
      onClick={() =>
        run(
          () => revokeInviteAction({ id }),
          () => showToast({ text: t('inviteRevoked') }),
        )
      }
    >
      {t('inviteRevoke')}
    </Button>
  )
}
