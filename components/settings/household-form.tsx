'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '#components/auth/form-error.tsx'
import type { Choice } from '#components/auth/region-fields.tsx'
import { useSubmit } from '#components/auth/use-submit.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { updateHouseholdAction } from '#lib/users/actions.ts'
import type { HouseholdInput } from '#lib/users/schema.ts'

export type HouseholdFormProps = {
  initial: HouseholdInput
  currencies: readonly Choice[]
  timeZones: readonly string[]
}

const days = Array.from({ length: 28 }, (_, index) => index + 1)
const rules = { none: 'weekendNone', before: 'weekendBefore', after: 'weekendAfter' } as const
const ruleNames = ['none', 'before', 'after'] as const

/** How a household counts: its currency, its zone and when its month begins. */
export function HouseholdForm({ initial, currencies, timeZones }: HouseholdFormProps) {
  const t = useTranslations('settings')
  const common = useTranslations('common')
  const errors = useTranslations('errors')
  const [value, setValue] = useState(initial)
  const set = (change: Partial<HouseholdInput>) => setValue({ ...value, ...change })
  const zones = timeZones.includes(initial.timeZone) ? timeZones : [initial.timeZone, ...timeZones]
  const { formRef, busy, error, errorOf, submit } = useSubmit(
    updateHouseholdAction,
    () => showToast({ text: common('saved') }),
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
        if (!busy) submit(value)
      }}
    >
      <FormError text={error} />
      <Field label={t('householdName')} error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            name="household-name"
            autoComplete="off"
            required
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('currency')} hint={t('currencyHint')} error={errorOf('currency')}>
          {(control) => (
            <Select
              {...control}
              name="currency"
              value={value.currency}
              onChange={(event) => set({ currency: event.target.value })}
            >
              {currencies.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('timeZone')} hint={t('timeZoneHint')} error={errorOf('timeZone')}>
          {(control) => (
            <Select
              {...control}
              name="time-zone"
              value={value.timeZone}
              onChange={(event) => set({ timeZone: event.target.value })}
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('monthStartDay')} hint={t('monthStartDayHint')} error={errorOf('monthStartDay')}>
          {(control) => (
            <Select
              {...control}
              name="month-start-day"
              value={value.monthStartDay}
              onChange={(event) => set({ monthStartDay: Number(event.target.value) })}
            >
              {days.map((day) => (
                <option key={day} value={day}>
                  {day}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('weekendRule')}>
          {(control) => (
            <Select
              {...control}
              name="weekend-rule"
              disabled={value.monthStartDay === 1}
              value={value.weekendRule}
              onChange={(event) =>
                set({ weekendRule: ruleNames.find((name) => name === event.target.value) ?? 'none' })
              }
            >
              {ruleNames.map((name) => (
                <option key={name} value={name}>
                  {t(rules[name])}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button type="submit" kind="primary" busy={busy} className="justify-self-start">
        {common('save')}
      </Button>
    </form>
  )
}
