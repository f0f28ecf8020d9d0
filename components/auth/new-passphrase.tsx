'use client'

import { Field } from '#components/ui/field.tsx'
import { PasswordInput } from '#components/ui/password-input.tsx'
import { StrengthMeter } from './strength-meter.tsx'

export type NewPassphraseProps = {
  name: string
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  error?: string
  /** The person's own words, which do not belong in it. */
  personal: readonly string[]
}

/** A field for a new passphrase: pasting and password managers work, "show" is at its end, the meter under it. */
export function NewPassphrase({ name, label, hint, value, onChange, error, personal }: NewPassphraseProps) {
  return (
    <div className="grid gap-2">
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <PasswordInput
            {...control}
            name={name}
            autoComplete="new-password"
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <StrengthMeter value={value} personal={personal} />
    </div>
  )
}
