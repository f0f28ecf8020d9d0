'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { disconnectAction } from '#lib/connections/actions.ts'

/** Asks what becomes of the rows, then destroys the key and asks the provider to forget. */
export function DisconnectButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('connections')
  const group = useId()
  const [open, setOpen] = useState(false)
  const [keepRows, setKeep] = useState(true)
  const { busy, run } = useStep()
  const end = () =>
    run(
      () => disconnectAction({ id, keepRows }),
      ({ told }) => {
        setOpen(false)
        showToast({ text: t(told ? 'disconnected' : 'disconnectedUntold') })
      },
    )
  const choice = (keep: boolean) => (
    <label className="control flex cursor-pointer items-start gap-3 py-2">
      <input
        type="radio"
        name={group}
        checked={keepRows === keep}
        onChange={() => setKeep(keep)}
        className="mt-1 size-4 accent-(--accent)"
      />
      <span>
        <span className="block">{t(keep ? 'keepRows' : 'deleteRows')}</span>
        <span className="block text-label text-muted">{t(keep ? 'keepRowsHint' : 'deleteRowsHint')}</span>
      </span>
    </label>
  )
  return (
    <Dialog
      title={t('disconnectTitle', { name })}
      description={t('disconnectText')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button kind="danger">{t('disconnect')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={end}>
            {t('disconnect')}
          </Button>
        </>
      }
    >
      {choice(true)}
      {choice(false)}
    </Dialog>
  )
}
