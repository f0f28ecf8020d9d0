'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, useTransition } from 'react'
import { runAction } from '#components/transactions/run-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, Sheet } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { deleteAccountAction, updateAccountAction } from '#lib/accounts/actions.ts'
import type { Account } from '#lib/accounts/types.ts'
import { useRouter } from '#lib/i18n/navigation.ts'
import { AccountForm } from './account-form.tsx'

export type EditAccountProps = { account: Account; rows: number; today: string }

/** The account's form in a sheet, and its deletion, which is asked about once more because it cannot be undone. */
export function EditAccount({ account, rows, today }: EditAccountProps) {
  const t = useTranslations('accounts')
  const c = useTranslations('common')
  const router = useRouter()
  const formId = useId()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [busy, start] = useTransition()

  const remove = () =>
    start(async () => {
      if (!(await runAction(deleteAccountAction({ id: account.id })))) return
      showToast({ text: t('deleted') })
      router.push('/accounts')
    })

  return (
    <>
      <Sheet
        title={t('edit')}
        open={open}
        onOpenChange={setOpen}
        trigger={<Button icon={<Icon of={Pencil} size={16} />}>{c('edit')}</Button>}
        footer={
          <>
            <Button
              kind="danger"
              className="mr-auto"
              icon={<Icon of={Trash2} size={16} />}
              onClick={() => setAsking(true)}
            >
              {t('delete')}
            </Button>
            <Button kind="primary" type="submit" form={formId} busy={busy}>
              {t('save')}
            </Button>
          </>
        }
      >
        <AccountForm
          key={account.version}
          id={formId}
          account={account}
          currency={account.currency}
          today={today}
          onSubmit={({ currency: _currency, ...fields }) =>
            start(async () => {
              const input = { id: account.id, version: account.version, ...fields }
              if (!(await runAction(updateAccountAction(input)))) return
              setOpen(false)
              showToast({ text: t('saved') })
            })
          }
        />
      </Sheet>
      <Dialog
        title={t('deleteTitle', { name: account.name })}
        description={t('deleteText', { count: rows })}
        open={asking}
        onOpenChange={setAsking}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{c('cancel')}</Button>
            <Button kind="danger" busy={busy} onClick={remove}>
              {t('delete')}
            </Button>
          </>
        }
      />
    </>
  )
}
