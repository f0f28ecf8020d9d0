'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState, useTransition } from 'react'
import { CategorySelect } from '#components/categories/category-select.tsx'
import { runAction } from '#components/transactions/run-action.ts'
import { Amount } from '#components/ui/amount.tsx'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { createRuleAction, testRuleAction, updateRuleAction } from '#lib/rules/actions.ts'
import { type Rule, type RuleTest, ruleFields, ruleOperators } from '#lib/rules/types.ts'

export type RuleEditorProps = {
  /** Null for a new one. */
  rule: Rule | null
  open: boolean
  accountNames: Readonly<Record<string, string>>
  onClose: () => void
}

function readForm(form: HTMLFormElement, rule: Rule | null) {
  const data = new FormData(form)
  const text = (name: string): string => String(data.get(name) ?? '').trim()
  return {
    condition: {
      field: ruleFields.find((field) => field === text('field')) ?? 'payee',
      operator: ruleOperators.find((operator) => operator === text('operator')) ?? 'contains',
      value: text('value'),
      accountId: text('account') || null,
      minMinor: rule?.minMinor ?? null,
      maxMinor: rule?.maxMinor ?? null,
    },
    categoryId: text('category'),
    apply: data.has('apply'),
  }
}

/** A rule's condition and category; it can be tried on the rows that are there before it is saved. */
export function RuleEditor({ rule, open, accountNames, onClose }: RuleEditorProps) {
  const t = useTranslations('rules')
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [busy, start] = useTransition()
  const [result, setResult] = useState<RuleTest | null>(null)

  const close = () => {
    setResult(null)
    onClose()
  }
  const test = () => {
    if (!form.current?.reportValidity()) return
    const { condition, categoryId } = readForm(form.current, rule)
    start(async () => setResult(await runAction(testRuleAction({ condition, categoryId }))))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { condition, categoryId, apply } = readForm(event.currentTarget, rule)
    start(async () => {
      const saved = rule
        ? await runAction(updateRuleAction({ id: rule.id, ...condition, categoryId }))
        : await runAction(createRuleAction({ ...condition, categoryId, apply }))
      if (!saved) return
      close()
      const changed = 'changed' in saved ? saved.changed : 0
      showToast({ text: changed > 0 ? t('applied', { count: changed }) : t('saved') })
    })
  }

  return (
    <Sheet
      title={rule ? t('edit') : t('add')}
      open={open}
      onOpenChange={(next) => !next && close()}
      footer={
        <>
          <Button busy={busy} onClick={test}>
            {t('test')}
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('fieldLabel')}>
            {(control) => (
              <Select {...control} name="field" defaultValue={rule?.field ?? 'payee'}>
                {ruleFields.map((field) => (
                  <option key={field} value={field}>
                    {t(`field.${field}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('operatorLabel')}>
            {(control) => (
              <Select {...control} name="operator" defaultValue={rule?.operator ?? 'contains'}>
                {ruleOperators.map((operator) => (
                  <option key={operator} value={operator}>
                    {t(`operator.${operator}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label={t('value')} hint={t('valueHint')}>
          {(control) => (
            <Input {...control} name="value" required maxLength={120} defaultValue={rule?.value ?? ''} />
          )}
        </Field>
        <Field label={t('account')}>
          {(control) => (
            <Select {...control} name="account" defaultValue={rule?.accountId ?? ''}>
              <option value="">{t('anyAccount')}</option>
              {Object.entries(accountNames).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('category')}>
          {(control) => (
            <CategorySelect {...control} name="category" required defaultValue={rule?.categoryId ?? ''} />
          )}
        </Field>
        {!rule && <Checkbox name="apply" label={t('applyNow')} defaultChecked />}
        <div role="status">
          {result && (
            <>
              <p className="font-medium">
                {t('wouldMatch', { count: result.matches })}{' '}
                {result.matches > 0 && t('wouldChange', { count: result.changes })}
              </p>
              <ul className="mt-1 text-label text-muted">
                {result.examples.map((row) => (
                  <li key={row.id} className="flex justify-between gap-3 py-1">
                    <span className="truncate">{row.payee}</span>
                    <Amount value={row.amount} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
    </Sheet>
  )
}
