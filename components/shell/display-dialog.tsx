'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { ShortcutList } from './shortcut-list.tsx'

export type DisplayDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

export function DisplayDialog({ open, onOpenChange }: DisplayDialogProps) {
  const t = useTranslations('shell')
  return (
    <Dialog title={t('preferences')} open={open} onOpenChange={onOpenChange}>
      <div className="grid gap-5">
        <DisplaySettings />
        <ShortcutList />
      </div>
    </Dialog>
  )
}
