'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '#components/auth/form-error.tsx'
import { useSubmit } from '#components/auth/use-submit.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { createTokenAction } from '#lib/users/actions.ts'
import { CopyField } from './copy-field.tsx'

const lifetimes = [30, 90, 365] as const
type Lifetime = (typeof lifetimes)[number] | null

/** Makes a token; its text stands here once and is gone with the page. */
export function TokenForm() {
  const t = useTranslations('settings')
  const errors = useTranslations('errors')
  const [name, setName] = useState('')
  const [write, setWrite] = useState(false)
  const [expiresInDays, setLifetime] = useState<Lifetime>(90)
  const [token, setToken] = useState<string | null>(null)
  const { formRef, busy, error, errorOf, submit } = useSubmit(
    createTokenAction,
    (created) => {
      setToken(created.token)
      setName('')
      setWrite(false)
    },
    errors('unavailable'),
  )
  return (
    <form
      ref={formRef}
      method="post"
      noValidate
      className="mt-4 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        setToken(null)
        if (!busy) submit({ name, write, expiresInDays })
      }}
    >
      {token && (
        <Notice tone="success" role="status" title={t('tokenReadyTitle')}>
          <div className="mt-2 grid gap-2">
            <CopyField label={t('tokenValue')} value={token} hint={t('tokenReadyText')} />
          </div>
        </Notice>
      )}
      <FormError text={error} />
      <div className="grid gap-5 sm:grid-cols-[1fr_12rem]">
        <Field label={t('tokenName')} error={errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              name="token-name"
              autoComplete="off"
              placeholder={t('tokenNameExample')}
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('tokenExpiry')}>
          {(control) => (
            <Select
              {...control}
              name="token-expiry"
              value={String(expiresInDays)}
              onChange={(event) =>
                setLifetime(lifetimes.find((days) => String(days) === event.target.value) ?? null)
              }
            >
              {lifetimes.map((days) => (
                <option key={days} value={days}>
                  {t('tokenDays', { count: days })}
                </option>
              ))}
              <option value="null">{t('tokenNever')}</option>
            </Select>
          )}
        </Field>
      </div>
      <Checkbox
        label={t('tokenWrite')}
        hint={t('tokenWriteHint')}
        name="token-write"
        checked={write}
        onChange={(event) => setWrite(event.target.checked)}
      />
      <Button type="submit" kind="primary" busy={busy} className="justify-self-start">
        {t('tokenCreate')}
      </Button>
    </form>
  )
}
