'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import type { ActionResult } from '#lib/auth/action.ts'
import { deleteMappingAction, renameMappingAction } from '#lib/imports/actions.ts'
import type { SavedMapping } from '#lib/imports/types.ts'
import { EditMapping } from './edit-mapping.tsx'

/** A saved layout: rename it on the spot, change how its columns are read, or delete it. */
export function SavedMappingRow({ id, name, mapping }: Pick<SavedMapping, 'id' | 'name' | 'mapping'>) {
  const t = useTranslations('imports.saved')
  const common = useTranslations('common')
  const [editing, setEditing] = useState(false)
  const [busy, start] = useTransition()
  const run = (act: () => Promise<ActionResult<void>>) =>
    start(async () => {
      const result = await act()
      if (result.ok) setEditing(false)
      else showToast({ text: result.error.message, tone: 'error' })
    })
  if (editing)
    return (
      <li className="py-2">
        <form
          className="flex items-center gap-2"
          action={(form) => run(() => renameMappingAction({ id, name: String(form.get('name')) }))}
        >
          <Input name="name" defaultValue={name} aria-label={t('name')} required maxLength={100} autoFocus />
          <Button type="submit" kind="primary" busy={busy}>
            {common('save')}
          </Button>
          <Button onClick={() => setEditing(false)}>{common('cancel')}</Button>
        </form>
      </li>
    )
  return (
    <li className="flex min-h-13 items-center gap-2 py-1">
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      <IconButton
        label={t('rename', { name })}
        icon={<Icon of={Pencil} />}
        onClick={() => setEditing(true)}
      />
      <EditMapping id={id} name={name} mapping={mapping} />
      <IconButton
        label={t('delete', { name })}
        icon={<Icon of={Trash2} />}
        onClick={() => run(() => deleteMappingAction({ id }))}
      />
    </li>
  )
}
