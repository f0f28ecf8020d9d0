'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { PasswordInput } from '#components/ui/password-input.tsx'
import { signInAction } from '#lib/onboarding/actions.ts'
import { FormError } from './form-error.tsx'
import { useSubmit } from './use-submit.ts'

/** `next` is a checked path of our own, where a hard navigation goes afterwards: nothing of before stays in memory. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth')
  const errors = useTranslations('errors')
  const [email, setEmail] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [keep, setKeep] = useState(false)
  const { formRef, busy, error, errorOf, submit } = useSubmit(
    signInAction,
    () => window.location.assign(next),
    errors('unavailable'),
  )
  return (
    <form
      ref={formRef}
      method="post"
      noValidate
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) submit({ email, passphrase, keep })
      }}
    >
      <FormError text={error} />
      <Field label={t('email')} error={errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('passphrase')} error={errorOf('passphrase')}>
        {(control) => (
          <PasswordInput
            {...control}
            name="passphrase"
            autoComplete="current-password"
            required
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
      </Field>
      <Checkbox
        label={t('keep')}
        hint={t('keepHint')}
        name="keep"
        checked={keep}
        onChange={(event) => setKeep(event.target.checked)}
      />
      <Button type="submit" kind="primary" busy={busy} className="w-full">
        {t('signIn')}
      </Button>
    </form>
  )
}
