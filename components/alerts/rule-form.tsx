'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useStep } from '#components/settings/use-step.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { changeAlertRuleAction, previewAlertRuleAction } from '#lib/alerts/actions.ts'
import type { Preview } from '#lib/alerts/preview.ts'
import type { RuleView } from '#lib/alerts/view.ts'
import { PreviewResult } from './preview-result.tsx'

type Values = Record<string, string>

const initial = (rule: RuleView): Values => ({
  ...Object.fromEntries(rule.fields.map(({ currency, value }) => [currency, value])),
  ...(rule.percent && { percent: rule.percent.value }),
})

/** Spaces and a comma for the decimal mark are how people write; the schema wants a plain decimal. */
const plain = (text: string): string =>
  text
    .replace(/\s/g, '')
    .replace(/,(\d{1,2})$/, '.$1')
    .replaceAll(',', '')

const hasLine = ({ fields, percent }: RuleView): boolean => fields.length > 0 || percent !== null

function paramsOf(rule: RuleView, values: Values): Record<string, unknown> {
  if (!hasLine(rule)) return rule.params
  if (rule.percent) return { ...rule.params, percent: Number(values.percent) }
  const amounts = rule.fields.map(({ currency }) => [currency, plain(values[currency] ?? '')] as const)
  return { ...rule.params, thresholds: Object.fromEntries(amounts.filter(([, text]) => text !== '')) }
}

/** Moves a rule's line. What it would have told comes first, saving second. */
export function RuleForm({ rule }: { rule: RuleView }) {
  const t = useTranslations('alerts')
  const [open, setOpen] = useState(false)
  return (
    <div className="mt-2">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('rulesPage.close') : t(hasLine(rule) ? 'rulesPage.change' : 'rulesPage.preview')}
      </Button>
      {open && <Editor rule={rule} onSaved={() => setOpen(false)} />}
    </div>
  )
}

function Editor({ rule, onSaved }: { rule: RuleView; onSaved: () => void }) {
  const t = useTranslations('alerts')
  const { busy, run } = useStep()
  const [values, setValues] = useState(() => initial(rule))
  const [preview, setPreview] = useState<Preview | null>(null)
  const params = paramsOf(rule, values)
  const change = (key: string, value: string): void => {
    setValues({ ...values, [key]: value })
    setPreview(null)
  }
  const look = (event: FormEvent): void => {
    event.preventDefault()
    run(() => previewAlertRuleAction({ type: rule.type, params }), setPreview)
  }
  const save = (): void =>
    run(
      () => changeAlertRuleAction({ ruleId: rule.id, params }),
      () => {
        showToast({ text: t('rulesPage.saved'), tone: 'success' })
        onSaved()
      },
    )
  const fields = rule.percent
    ? [{ key: 'percent', ...rule.percent }]
    : rule.fields.map((field) => ({ key: field.currency, ...field }))
  return (
    <form onSubmit={look} className="mt-4 grid grid-cols-1 gap-4 border-t border-border pt-4">
      {fields.map((field) => (
        <Field key={field.key} label={field.label} hint={field.hint} className="max-w-sm">
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={values[field.key] ?? ''}
              onChange={(event) => change(field.key, event.target.value)}
            />
          )}
        </Field>
      ))}
      <div aria-live="polite">
        {preview ? (
          <PreviewResult preview={preview} />
        ) : (
          hasLine(rule) && <p className="text-label text-muted">{t('rulesPage.backtestFirst')}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind={preview ? 'secondary' : 'primary'} busy={busy}>
          {t('rulesPage.preview')}
        </Button>
        {preview && hasLine(rule) && (
          <Button kind="primary" busy={busy} onClick={save}>
            {t('rulesPage.save')}
          </Button>
        )}
      </div>
    </form>
  )
}
