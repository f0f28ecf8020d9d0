'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Textarea } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { updateTransactionAction } from '#lib/transactions/actions.ts'
import { type Transaction, type TransactionKind, transactionKinds } from '#lib/transactions/types.ts'
import { runAction } from './run-action.ts'

type Change = {
  payee?: string
  note?: string | null
  tags?: string[]
  excluded?: boolean
  kind?: TransactionKind
}

const before = (row: Transaction): Change => ({
  payee: row.payee,
  note: row.note,
  tags: row.tags,
  excluded: row.excluded,
  kind: row.kind,
})

/** Payee, note, tags, kind and whether it counts; every save can be undone. */
export function DetailForm({ row, onChange }: { row: Transaction; onChange: (row: Transaction) => void }) {
  const t = useTranslations('transactions')
  const c = useTranslations('common')
  const [busy, start] = useTransition()

  const save = (change: Change) =>
    start(async () => {
      const saved = await runAction(updateTransactionAction({ id: row.id, version: row.version, ...change }))
      if (!saved) return
      onChange(saved)
      showToast({
        text: t('saved'),
        onUndo: async () => {
          const undone = await runAction(updateTransactionAction({ id: row.id, ...before(row) }))
          if (undone) onChange(undone)
        },
      })
    })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string): string => String(data.get(name) ?? '').trim()
    const tags = text('tags')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
    save({ payee: text('payee') || row.payee, note: text('note') || null, tags })
  }

  return (
    <div className="flex flex-col gap-4">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('payee')}>
          {(control) => <Input {...control} name="payee" defaultValue={row.payee} maxLength={120} />}
        </Field>
        <Field label={t('note')} optional>
          {(control) => (
            <Textarea {...control} name="note" rows={2} defaultValue={row.note ?? ''} maxLength={2000} />
          )}
        </Field>
        <Field label={t('tags')} hint={t('tagsHint')} optional>
          {(control) => <Input {...control} name="tags" defaultValue={row.tags.join(', ')} />}
        </Field>
        <Button type="submit" busy={busy} className="self-start">
          {c('save')}
        </Button>
      </form>
      <Field label={t('what')}>
        {(control) => (
          <Select
            {...control}
            value={row.kind}
            onChange={(event) => save({ kind: event.target.value as TransactionKind })}
          >
            {transactionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Switch
        label={t('exclude')}
        hint={t('excludeHint')}
        checked={row.excluded}
        onChange={(event) => save({ excluded: event.target.checked })}
      />
    </div>
  )
}
