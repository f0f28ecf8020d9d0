'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { useRouter } from '#lib/i18n/navigation.ts'

type Props = { importId: string; label?: string; onUndone?: (kept: number) => void }

/** Takes one import back; says so on the spot or in a toast. */
export function UndoImport({ importId, label, onUndone }: Props) {
  const t = useTranslations('imports')
  const router = useRouter()
  const [busy, start] = useTransition()
  const undo = () =>
    start(async () => {
      try {
        const response = await fetch(`/api/imports/${importId}`, { method: 'DELETE' })
        const answer = (await response.json()) as { kept?: number; detail?: string }
        if (!response.ok) return showToast({ text: answer.detail ?? t('file.offline'), tone: 'error' })
        const kept = answer.kept ?? 0
        if (onUndone) onUndone(kept)
        else
          showToast({
            text: kept > 0 ? t('result.kept', { count: kept }) : t('result.undone'),
            tone: 'success',
          })
        router.refresh()
      } catch {
        showToast({ text: t('file.offline'), tone: 'error' })
      }
    })
  return (
    <Button busy={busy} onClick={undo} aria-label={label} icon={<Icon of={Undo2} size={16} />}>
      {t('result.undo')}
    </Button>
  )
}
