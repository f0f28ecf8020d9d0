'use client'

import { useTranslations } from 'next-intl'
import {
  revokeInviteAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  revokeTokenAction,
} from '#lib/users/actions.ts'
import { StepButton } from './step-button.tsx'

export function RevokeTokenButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('settings')
  return (
    <StepButton
      kind="danger"
      label={t('tokenRevoke')}
      name={t('tokenRevokeOf', { name })}
      act={() => revokeTokenAction({ id })}
      said={() => t('tokenRevoked')}
    />
  )
}

export function RevokeInviteButton({ id }: { id: string }) {
  const t = useTranslations('settings')
  return (
    <StepButton
      kind="danger"
      label={t('inviteRevoke')}
      act={() => revokeInviteAction({ id })}
      said={() => t('inviteRevoked')}
    />
  )
}

export function EndSessionButton({ id, device }: { id: string; device: string }) {
  const t = useTranslations('settings')
  return (
    <StepButton
      kind="quiet"
      label={t('sessionEnd')}
      name={t('sessionEndOf', { device })}
      act={() => revokeSessionAction({ id })}
      said={() => t('sessionEnded')}
    />
  )
}

export function EndOtherSessionsButton() {
  const t = useTranslations('settings')
  return (
    <StepButton
      kind="danger"
      label={t('sessionsEndOthers')}
      act={() => revokeOtherSessionsAction({})}
      said={({ ended }) => t('sessionsEnded', { count: ended })}
    />
  )
}
