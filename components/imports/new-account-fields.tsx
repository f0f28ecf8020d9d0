'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { accountTypes } from '#lib/accounts/types.ts'
import { type Answer, type DestinationProps, isNewAnswer } from './destination-answer.ts'

type Props = DestinationProps & { onAnswer: (answer: Answer) => void }

/** Name, kind and, where the file does not say, currency of the account that the import makes. */
export function NewAccountFields(props: Props) {
  const { account, fileKey, currencyOpen, request, onChange, onAnswer } = props
  const t = useTranslations('imports')
  const [wrongCurrency, setWrongCurrency] = useState(false)
  const given = request.accounts?.[fileKey]
  const said = isNewAnswer(given) ? given.new : {}
  const set = (change: typeof said) => onAnswer({ new: { ...said, ...change } })
  const setCurrency = (text: string) => {
    const currency = text.trim().toUpperCase()
    const known = /^[A-Z]{3}$/.test(currency)
    setWrongCurrency(!known)
    if (known && currency !== account.currency) onChange({ ...request, currency })
  }
  return (
    <fieldset className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr]">
      <legend className="pb-1.5 text-label text-muted">
        {t('account.made')}
        {account.last4 && <span className="num"> ··{account.last4}</span>}
      </legend>
      <Field label={t('account.name')}>
        {(control) => (
          <Input
            {...control}
            key={account.name}
            defaultValue={account.name}
            maxLength={100}
            autoComplete="off"
            onBlur={({ target }) => {
              const name = target.value.trim()
              if (name !== '' && name !== account.name) set({ name })
            }}
          />
        )}
      </Field>
      <Field label={t('account.type')}>
        {(control) => (
          <Select
            {...control}
            value={account.type}
            onChange={({ target }) => set({ type: accountTypes.find((type) => type === target.value) })}
          >
            {accountTypes.map((type) => (
              <option key={type} value={type}>
                {t(`types.${type}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={t('account.currency')}
        hint={currencyOpen ? undefined : t('account.currencyStated')}
        error={wrongCurrency ? t('account.currencyWrong') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            key={account.currency}
            defaultValue={account.currency}
            readOnly={!currencyOpen}
            maxLength={3}
            autoComplete="off"
            spellCheck={false}
            onBlur={({ target }) => currencyOpen && setCurrency(target.value)}
          />
        )}
      </Field>
    </fieldset>
  )
}
