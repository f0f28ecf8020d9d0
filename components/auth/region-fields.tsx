'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Select } from '#components/ui/select.tsx'
import { localTimeZone } from '#lib/i18n/zone.ts'
import { guessCurrency } from '#lib/onboarding/guess-currency.ts'

export type Choice = { value: string; label: string }
export type Region = { currency: string; timeZone: string }

const never = () => () => undefined

/** What the browser knows about where a person lives; the server's first paint says UTC. */
export function useGuessedRegion(): Region {
  const timeZone = useSyncExternalStore(never, localTimeZone, () => 'UTC')
  const currency = useSyncExternalStore(
    never,
    () => guessCurrency(localTimeZone(), navigator.languages),
    () => 'USD',
  )
  return { currency, timeZone }
}

export type RegionFieldsProps = {
  value: Region
  onChange: (region: Region) => void
  currencies: readonly Choice[]
  timeZones: readonly string[]
  errorOf: (field: string) => string | undefined
}

/** Currency and time zone, folded away because the guess is nearly always right. */
export function RegionFields({ value, onChange, currencies, timeZones, errorOf }: RegionFieldsProps) {
  const t = useTranslations('auth')
  const zones = timeZones.includes(value.timeZone) ? timeZones : [value.timeZone, ...timeZones]
  return (
    <details
      className="group rounded-control border border-border"
      open={Boolean(errorOf('currency') ?? errorOf('timeZone'))}
    >
      <summary className="control flex list-none items-center gap-3 rounded-control px-3 py-2 hover:bg-inset">
        <span className="min-w-0 flex-1">
          <span className="block text-label font-medium">{t('regionTitle')}</span>
          <span className="block truncate text-label text-muted">
            {t('region', { currency: value.currency, zone: value.timeZone.replaceAll('_', ' ') })}
          </span>
        </span>
        <Icon of={ChevronRight} size={16} className="rotates text-muted" />
      </summary>
      <div className="grid gap-4 px-3 pt-2 pb-4">
        <Field label={t('currency')} error={errorOf('currency')}>
          {(control) => (
            <Select
              {...control}
              name="currency"
              value={value.currency}
              onChange={(event) => onChange({ ...value, currency: event.target.value })}
            >
              {currencies.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('timeZone')} hint={t('regionHint')} error={errorOf('timeZone')}>
          {(control) => (
            <Select
              {...control}
              name="timeZone"
              value={value.timeZone}
              onChange={(event) => onChange({ ...value, timeZone: event.target.value })}
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </details>
  )
}
