'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, useTransition } from 'react'
import { runAction } from '#components/transactions/run-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { createAccountAction } from '#lib/accounts/actions.ts'
import { AccountForm } from './account-form.tsx'

/** A new account that is kept by hand. */
export function AddAccount({ currency, today }: { currency: string; today: string }) {
  const t = useTranslations('accounts')
  const formId = useId()
  const [open, setOpen] = useState(false)
  const [busy, start] = useTransition()
  return (
    <Sheet
      title={t('add')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Icon of={Plus} size={16} />}>{t('add')}</Button>}
      footer={
        <Button kind="primary" type="submit" form={formId} busy={busy}>
          {t('create')}
        </Button>
      }
    >
      <AccountForm
        id={formId}
        account={null}
        currency={currency}
        today={today}
        onSubmit={({ name, type, currency: chosen, balance }) =>
          start(async () => {
            if (!(await runAction(createAccountAction({ name, type, currency: chosen, balance })))) return
            setOpen(false)
            showToast({ text: t('created') })
          })
        }
      />
    </Sheet>
  )
}
