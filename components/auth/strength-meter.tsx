'use client'

import { useTranslations } from 'next-intl'
import { classNames } from '#components/ui/class-names.ts'
import {
  minimumLength,
  normalise,
  passphraseProblem,
  type Strength,
  strengthOf,
} from '#lib/auth/passphrase.ts'

const colours: Record<Strength, string> = {
  0: 'bg-border-strong',
  1: 'bg-warning',
  2: 'bg-warning',
  3: 'bg-positive',
  4: 'bg-positive',
}

const steps = [1, 2, 3, 4] as const
const words = ['strength0', 'strength1', 'strength2', 'strength3', 'strength4'] as const

/** How hard a passphrase is to guess, in four steps and in words; it says what is missing while it cannot be used. */
export function StrengthMeter({ value, personal }: { value: string; personal: readonly string[] }) {
  const t = useTranslations('auth')
  const errors = useTranslations('errors')
  const problem = passphraseProblem(value, personal)
  const strength = problem ? 0 : strengthOf(value, personal)
  const missing = minimumLength - [...normalise(value)].length
  const said =
    problem === 'tooShort'
      ? t('charactersLeft', { count: missing })
      : problem
        ? errors(`passphrase_${problem}`)
        : t(words[strength])
  return (
    <div className="grid gap-1.5">
      <div aria-hidden className="grid grid-cols-4 gap-1">
        {steps.map((step) => (
          <span
            key={step}
            className={classNames(
              'move h-1 rounded-full transition-colors',
              strength >= step ? colours[strength] : 'bg-inset',
            )}
          />
        ))}
      </div>
      <p aria-live="polite" className="min-h-5 text-label text-muted">
        {value !== '' && (
          <>
            <span className="sr-only">{t('strengthLabel')}: </span>
            {said}
          </>
        )}
      </p>
    </div>
  )
}
