'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { signUpAction } from '#lib/onboarding/actions.ts'
import { FormError } from './form-error.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import { type Choice, type Region, RegionFields, useGuessedRegion } from './region-fields.tsx'
import { useSubmit } from './use-submit.ts'

export type SignUpFormProps = {
  /** The code of an invitation link, or null. */
  invite: string | null
  needsSetupToken: boolean
  currencies: readonly Choice[]
  timeZones: readonly string[]
  home: string
}

/** A new profile: three fields, and a guess of currency and time zone that can be opened. */
export function SignUpForm({ invite, needsSetupToken, currencies, timeZones, home }: SignUpFormProps) {
  const t = useTranslations('auth')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const guessed = useGuessedRegion()
  const [chosen, setChosen] = useState<Region | null>(null)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [keep, setKeep] = useState(false)
  const [setupToken, setSetupToken] = useState('')
  const region = chosen ?? guessed
  const { formRef, busy, error, errorOf, submit } = useSubmit(
    signUpAction,
    () => window.location.assign(home),
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
        const proof = needsSetupToken ? setupToken : (invite ?? undefined)
        if (!busy) submit({ name, email, passphrase, keep, locale, ...region, proof })
      }}
    >
      <FormError text={error} />
      {needsSetupToken && (
        <Field label={t('setupToken')} hint={t('setupTokenHint')} error={errorOf('proof')}>
          {(control) => (
            <Input
              {...control}
              name="setup-token"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              required
              value={setupToken}
              onChange={(event) => setSetupToken(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t('name')} error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('email')} hint={t('emailHint')} error={errorOf('email')}>
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
      <NewPassphrase
        name="passphrase"
        label={t('passphrase')}
        hint={t('passphraseHint')}
        value={passphrase}
        onChange={setPassphrase}
        error={errorOf('passphrase')}
        personal={[email, name]}
      />
      <RegionFields
        value={region}
        onChange={setChosen}
        currencies={currencies}
        timeZones={timeZones}
        errorOf={errorOf}
      />
      <Checkbox
        label={t('keep')}
        hint={t('keepHint')}
        name="keep"
        checked={keep}
        onChange={(event) => setKeep(event.target.checked)}
      />
      <Button type="submit" kind="primary" busy={busy} className="w-full">
        {t('signUp')}
      </Button>
    </form>
  )
}
