'use client'

import { Download, EllipsisVertical, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { deleteRawFileAction } from '#lib/imports/actions.ts'

type Props = { importId: string; name: string }

/** The kept file of an import: have it back, or delete it and keep its rows. */
export function StoredFile({ importId, name }: Props) {
  const t = useTranslations('statements.file')
  const [asking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const remove = () =>
    start(async () => {
      const result = await deleteRawFileAction({ id: importId }).catch(() => null)
      if (!result?.ok) return showToast({ text: result?.error.message ?? t('failed'), tone: 'error' })
      setAsking(false)
      showToast({ text: t('deleted'), tone: 'success' })
    })
  return (
    <>
      <Menu
        trigger={<IconButton label={t('menu', { name })} icon={<Icon of={EllipsisVertical} />} />}
        entries={[
          {
            key: 'download',
            label: t('download'),
            icon: <Icon of={Download} size={16} />,
            onSelect: () => window.location.assign(`/api/imports/${importId}/file`),
          },
          {
            key: 'delete',
            label: t('delete'),
            icon: <Icon of={Trash2} size={16} />,
            danger: true,
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <Dialog
        title={t('deleteTitle', { name })}
        description={t('deleteText')}
        open={asking}
        onOpenChange={setAsking}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button kind="danger" busy={busy} onClick={remove}>
              {t('delete')}
            </Button>
          </>
        }
      />
    </>
  )
}
