'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '#components/auth/form-error.tsx'
import { useSubmit } from '#components/auth/use-submit.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { type Locale, localeNames, localeOf, locales } from '#lib/i18n/locales.ts'
import { usePathname, useRouter } from '#lib/i18n/navigation.ts'
import { updateProfileAction } from '#lib/users/actions.ts'

export type ProfileFormProps = { email: string; name: string; locale: Locale }

/** Name and language; saving another language also turns the page to it. */
export function ProfileForm(initial: ProfileFormProps) {
  const t = useTranslations('settings')
  const common = useTranslations('common')
  const errors = useTranslations('errors')
  const router = useRouter()
  const pathname = usePathname()
  const [name, setName] = useState(initial.name)
  const [locale, setLocale] = useState(initial.locale)
  const { formRef, busy, error, errorOf, submit } = useSubmit(
    updateProfileAction,
    () => {
      showToast({ text: common('saved') })
      if (locale !== initial.locale) router.replace(pathname, { locale })
    },
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
        if (!busy) submit({ name, locale })
      }}
    >
      <FormError text={error} />
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
      <Field label={t('email')} hint={t('emailFixed')}>
        {(control) => <Input {...control} name="email" type="email" readOnly value={initial.email} />}
      </Field>
      <Field label={t('language')}>
        {(control) => (
          <Select
            {...control}
            name="locale"
            value={locale}
            onChange={(event) => setLocale(localeOf(event.target.value))}
          >
            {locales.map((value) => (
              <option key={value} value={value} lang={value}>
                {localeNames[value]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" kind="primary" busy={busy} className="justify-self-start">
        {common('save')}
      </Button>
    </form>
  )
}
