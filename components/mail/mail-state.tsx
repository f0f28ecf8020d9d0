import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import type { MailState as State } from '#lib/mail/types.ts'

const tones: Record<State, BadgeTone> = {
  kept: 'neutral',
  queued: 'info',
  sending: 'info',
  sent: 'positive',
  failed: 'negative',
}

export function MailState({ state }: { state: State }) {
  const t = useTranslations('mail')
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
}
