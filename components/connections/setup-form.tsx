'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Textarea } from '#components/ui/input.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { saveProviderAction, switchProviderAction } from '#lib/connections/actions.ts'
import type { ProviderSetup } from '#lib/connections/provider-setups.ts'

const named = [
  'env',
  'itemLimit',
  'clientId',
  'secret',
  'hosts',
  'applicationId',
  'privateKey',
  'partnerId',
  'partnerSecret',
  'appKey',
  'origin',
  'webhookSecret',
  'webhookApiKey',
] as const
const multiline: readonly string[] = ['privateKey']

/** Keys of one provider: typed, sent, stored encrypted, never shown again. */
export function SetupForm({ setup }: { setup: ProviderSetup }) {
  const t = useTranslations('connections')
  const { busy, run } = useStep()
  const [values, setValues] = useState<Record<string, string>>({})
  const names = [...setup.needed, ...setup.optional]
  const labelOf = (name: string) => {
    const known = named.find((each) => each === name)
    return known ? t(`settings.${known}`) : t('settings.other', { name })
  }
  const save = () =>
    run(
      () => saveProviderAction({ provider: setup.provider, values }),
      () => {
        setValues({})
        showToast({ text: t('setup.saved') })
      },
    )
  if (names.length === 0) return null
  return (
    <form
      className="mt-4 grid max-w-md gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {names.map((name) => (
        <Field
          key={name}
          label={labelOf(name)}
          optional={setup.optional.includes(name)}
          hint={setup.set.includes(name) ? t('setup.isSet') : undefined}
        >
          {(control) => {
            const typed = {
              ...control,
              autoComplete: 'off',
              spellCheck: false,
              value: values[name] ?? '',
              onChange: (event: { target: { value: string } }) =>
                setValues({ ...values, [name]: event.target.value }),
            }
            return multiline.includes(name) ? <Textarea {...typed} /> : <Input {...typed} type="password" />
          }}
        </Field>
      ))}
      <div>
        <Button type="submit" busy={busy}>
          {t('setup.save')}
        </Button>
      </div>
      {setup.set.length > 0 && (
        <Switch
          label={t('setup.enabled')}
          checked={setup.enabled}
          disabled={busy}
          onChange={(event) => {
            const enabled = event.target.checked
            run(
              () => switchProviderAction({ provider: setup.provider, enabled }),
              () => undefined,
            )
          }}
        />
      )}
    </form>
  )
}
