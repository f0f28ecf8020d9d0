'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { completeLinkAction } from '#lib/connections/actions.ts'
import type { LinkField, ProviderId } from '#lib/connections/providers/port.ts'
import type { ErrorCode } from '#lib/connections/view.ts'
import { useRouter } from '#lib/i18n/navigation.ts'

export type ProviderQuestion = { state: string; fields: readonly LinkField[] }

const steps = ['one', 'two', 'three', 'four'] as const
const explained = ['simplefin', 'paypal', 'sepay'] as const
const named = ['token', 'apiToken', 'clientId', 'clientSecret', 'secret'] as const

/** What a provider wants typed, click by click; the values go to the server once and are not kept here. */
export function ProviderForm({ provider, question }: { provider: ProviderId; question: ProviderQuestion }) {
  const t = useTranslations('connections')
  const router = useRouter()
  const { busy, run } = useStep()
  const [values, setValues] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const own = explained.find((each) => each === provider)
  const errorOf = (code: ErrorCode) =>
    code === 'bad_token' && own ? t(`badToken.${own}`) : t(`errors.${code}`)
  const labelOf = (name: string) => t(`fields.${named.find((each) => each === name) ?? 'other'}`)
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setFailed(null)
        run(
          () => completeLinkAction({ state: question.state, fields: values }),
          (answer) => {
            if ('failed' in answer) setFailed(answer.failed)
            else router.push(`/connections/${answer.done.connectionId}?first=1`)
          },
        )
      }}
    >
      {provider === 'simplefin' && (
        <section>
          <h2 className="mb-2 font-semibold">{t('consent.stepsTitle')}</h2>
          <ol className="grid list-decimal gap-2 pl-5">
            {steps.map((step) => (
              <li key={step}>{t(`tokenSteps.${step}`)}</li>
            ))}
          </ol>
        </section>
      )}
      {(own === 'paypal' || own === 'sepay') && (
        <section>
          <h2 className="mb-2 font-semibold">{t('setup.keys')}</h2>
          <p className="text-pretty">{t(`providers.${own}.keys`)}</p>
        </section>
      )}
      {question.fields.map(({ name, secret, multiline }) => (
        <Field
          key={name}
          label={labelOf(name)}
          hint={name === 'token' ? t('fieldHints.token') : undefined}
          error={failed && errorOf(failed)}
        >
          {(control) => (
            <Input
              {...control}
              type={secret && !multiline ? 'password' : 'text'}
              autoComplete="off"
              spellCheck={false}
              required
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div>
        <Button kind="primary" type="submit" busy={busy}>
          {t('consent.finish')}
        </Button>
      </div>
    </form>
  )
}
