'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '#components/auth/form-error.tsx'
import { NewPassphrase } from '#components/auth/new-passphrase.tsx'
import { useSubmit } from '#components/auth/use-submit.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PasswordInput } from '#components/ui/password-input.tsx'
import { changePassphraseAction } from '#lib/users/actions.ts'

export function PassphraseForm({ email, name }: { email: string; name: string }) {
  const t = useTranslations('settings')
  const auth = useTranslations('auth')
  const errors = useTranslations('errors')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [ended, setEnded] = useState<number | null>(null)
  const { formRef, busy, error, errorOf, submit } = useSubmit(
    changePassphraseAction,
    (result) => {
      setCurrent('')
      setNext('')
      setEnded(result.ended)
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
        setEnded(null)
        if (!busy) submit({ current, next })
      }}
    >
      <FormError text={error} />
      {ended !== null && (
        <Notice tone="success" role="status">
          {t('passphraseChanged', { count: ended })}
        </Notice>
      )}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('passphraseCurrent')} error={errorOf('current')}>
        {(control) => (
          <PasswordInput
            {...control}
            name="current"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <NewPassphrase
        name="next"
        label={t('passphraseNext')}
        hint={auth('passphraseHint')}
        value={next}
        onChange={setNext}
        error={errorOf('next')}
        personal={[email, name]}
      />
      <Button type="submit" busy={busy} className="justify-self-start">
        {t('passphraseChange')}
      </Button>
    </form>
  )
}
