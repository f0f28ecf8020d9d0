'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Switch } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { type Account, type AccountType, accountTypes } from '#lib/accounts/types.ts'
import { toDecimal } from '#lib/core/money.ts'

export type AccountFields = {
  name: string
  type: AccountType
  currency: string
  balance?: { amount: string; asOf: string }
  creditLimit: string | null
  hidden: boolean
  includeInNetWorth: boolean
}

export type AccountFormProps = {
  id: string
  /** Null for a new one. */
  account: Account | null
  currency: string
  today: string
  onSubmit: (fields: AccountFields) => void
}

/** The fields of an account; the currency can only be chosen for a new one. */
export function AccountForm({ id, account, currency, today, onSubmit }: AccountFormProps) {
  const t = useTranslations('accounts')
  const typed = account?.balance ? toDecimal(account.balance) : ''

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string): string => String(data.get(name) ?? '').trim()
    const amount = text('balance').replace('\u2212', '-')
    const asOf = text('asOf')
    onSubmit({
      name: text('name'),
      type: accountTypes.find((type) => type === text('type')) ?? 'other',
      currency: text('currency') || currency,
      balance: amount && (amount !== typed || asOf !== today) && asOf ? { amount, asOf } : undefined,
      creditLimit: text('creditLimit') || null,
      hidden: data.has('hidden'),
      includeInNetWorth: data.has('includeInNetWorth'),
    })
  }

  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4 pt-1">
      <Field label={t('name')}>
        {(control) => (
          <Input {...control} name="name" required maxLength={80} defaultValue={account?.name ?? ''} />
        )}
      </Field>
      <Field label={t('kind')}>
        {(control) => (
          <Select {...control} name="type" defaultValue={account?.type ?? 'checking'}>
            {accountTypes.map((type) => (
              <option key={type} value={type}>
                {t(`type.${type}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {!account && (
        <Field label={t('currency')}>
          {(control) => (
            <Input
              {...control}
              name="currency"
              required
              pattern="[A-Z]{3}"
              maxLength={3}
              defaultValue={currency}
            />
          )}
        </Field>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('typedBalance')} hint={t('typedHint')}>
          {(control) => (
            <Input
              {...control}
              name="balance"
              className="num"
              inputMode="decimal"
              pattern="[\-−]?\d+(\.\d+)?"
              defaultValue={typed}
            />
          )}
        </Field>
        <Field label={t('typedDate')}>
          {(control) => <Input {...control} type="date" name="asOf" max={today} defaultValue={today} />}
        </Field>
      </div>
      {account && (
        <>
          {account.type === 'credit_card' && (
            <Field label={t('limit')} optional>
              {(control) => (
                <Input
                  {...control}
                  name="creditLimit"
                  className="num"
                  inputMode="decimal"
                  pattern="\d+(\.\d+)?"
                  defaultValue={account.creditLimit ? toDecimal(account.creditLimit) : ''}
                />
              )}
            </Field>
          )}
          <div>
            <Switch
              name="includeInNetWorth"
              label={t('inWorth')}
              defaultChecked={account.includeInNetWorth}
            />
            <Switch name="hidden" label={t('hide')} hint={t('hideHint')} defaultChecked={account.hidden} />
          </div>
        </>
      )}
    </form>
  )
}
