'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { editMappingAction } from '#lib/imports/actions.ts'
import type { Mapping } from '#lib/imports/read/csv/mapping.ts'
import { answersOf, columnsOf, editedMapping } from './mapping-answers.ts'
import { MappingFields } from './mapping-fields.tsx'

type Props = { id: string; name: string; mapping: Mapping }

/** Changes how a saved layout is read, without a file of it. */
export function EditMapping({ id, name, mapping }: Props) {
  const t = useTranslations('imports.saved')
  const [open, setOpen] = useState(false)
  return (
    <Sheet
      title={t('editTitle', { name })}
      description={t('editLead')}
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label={t('edit', { name })} icon={<Icon of={SlidersHorizontal} />} />}
    >
      {open && <Form id={id} name={name} mapping={mapping} onDone={() => setOpen(false)} />}
    </Sheet>
  )
}

function Form({ id, name, mapping, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('imports')
  const common = useTranslations('common')
  const columns = columnsOf(mapping)
  const [answers, setAnswers] = useState(() => answersOf(mapping, columns, []))
  const [incomplete, setIncomplete] = useState(false)
  const [busy, start] = useTransition()
  const save = () => {
    const edited = editedMapping(answers, mapping)
    setIncomplete(edited === null)
    if (!edited) return
    start(async () => {
      const result = await editMappingAction({ id, mapping: edited }).catch(() => null)
      if (!result?.ok) return showToast({ text: result?.error.message ?? t('file.offline'), tone: 'error' })
      showToast({ text: t('saved.edited', { name }), tone: 'success' })
      onDone()
    })
  }
  return (
    <form
      className="flex flex-col gap-4 pt-2"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <MappingFields
        columns={columns}
        answers={answers}
        onChange={(change) => setAnswers({ ...answers, ...change })}
        className="grid gap-4"
      />
      {incomplete && (
        <Notice tone="error" role="alert">
          {t('mapping.needDate')}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>{common('cancel')}</Button>
        <Button type="submit" kind="primary" busy={busy}>
          {common('save')}
        </Button>
      </div>
    </form>
  )
}
