'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { beginLinkAction, renewConsentAction } from '#lib/connections/actions.ts'
import type { ProviderId } from '#lib/connections/providers/port.ts'
import type { Purpose } from '#lib/connections/types.ts'
import type { ErrorCode } from '#lib/connections/view.ts'
import { useRouter } from '#lib/i18n/navigation.ts'
import { ProviderForm, type ProviderQuestion } from './provider-form.tsx'

const lengths = [30, 90, 180, 365] as const

export type ConsentFormProps = {
  provider: ProviderId
  institutionId: string | null
  /** The login that is repaired or, with `renew`, agreed to again. */
  connectionId?: string | undefined
  renew?: boolean
}

/** What it may be used for, for how long, and the step that records it. */
export function ConsentForm({ provider, institutionId, connectionId, renew }: ConsentFormProps) {
  const t = useTranslations('connections')
  const router = useRouter()
  const { busy, run } = useStep()
  const [extra, setExtra] = useState<readonly Purpose[]>(['alert'])
  const [days, setDays] = useState(365)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const [leaving, setLeaving] = useState(false)
  const [question, setQuestion] = useState<ProviderQuestion | null>(null)
  if (question) return <ProviderForm provider={provider} question={question} />

  const agree = () => {
    const purposes: Purpose[] = ['show', ...extra]
    setFailed(null)
    if (renew && connectionId) {
      run(
        () => renewConsentAction({ id: connectionId, purposes, days }),
        () => router.push(`/connections/${connectionId}`),
      )
      return
    }
    const input = { provider, institutionId, purposes, days, ...(connectionId ? { connectionId } : {}) }
    run(
      () => beginLinkAction(input),
      (answer) => {
        if ('failed' in answer) setFailed(answer.failed)
        else if (answer.done.kind === 'form') setQuestion(answer.done)
        else {
          setLeaving(true)
          window.location.assign(answer.done.url)
        }
      },
    )
  }

  const choice = (purpose: 'alert' | 'assistant') => (
    <Checkbox
      label={t(`consent.${purpose}`)}
      hint={t(`consent.${purpose}Hint`)}
      checked={extra.includes(purpose)}
      onChange={(event) =>
        setExtra(event.target.checked ? [...extra, purpose] : extra.filter((each) => each !== purpose))
      }
    />
  )
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="text-label font-medium">{t('consent.purposes')}</legend>
        <Checkbox label={t('consent.show')} hint={t('consent.showHint')} checked disabled readOnly />
        {choice('alert')}
        {choice('assistant')}
      </fieldset>
      <Field label={t('consent.howLong')} hint={t('consent.howLongHint')} className="max-w-xs">
        {(control) => (
          <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {lengths.map((length) => (
              <option key={length} value={length}>
                {t('consent.days', { days: length })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {failed && (
        <Notice tone="error" role="alert" title={t('failedTitle')}>
          {t(`errors.${failed}`)}
        </Notice>
      )}
      <div>
        <Button kind="primary" busy={busy || leaving} onClick={agree}>
          {t(renew ? 'consent.agreeRenew' : 'consent.agree')}
        </Button>
      </div>
    </div>
  )
}
