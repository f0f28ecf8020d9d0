'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { accountTypes } from '#lib/accounts/types.ts'
import type { Mapping } from '#lib/imports/read/csv/mapping.ts'
import type { MappingNeeded } from '#lib/imports/types.ts'
import { DateOrderForm } from './date-order-form.tsx'
import { type Answers, answersOf, mappingFrom } from './mapping-answers.ts'
import { MappingSample } from './mapping-sample.tsx'
import type { Request } from './staged-file.ts'

type Props = {
  needed: MappingNeeded
  request: Request
  fileName: string
  busy: boolean
  onChange: (request: Request) => void
}

const columnFields = ['date', 'description', 'memo', 'balance'] as const

/** Asks what a file leaves open: the columns of an unknown CSV, or only the order of a QIF's days. */
export const MappingForm = (props: Props) =>
  props.needed.request.about === 'dateOrder' ? <DateOrderForm {...props} /> : <ColumnsForm {...props} />

/** Asks what the columns of an unknown CSV mean; the answers are remembered when the file is imported. */
function ColumnsForm({ needed, request, fileName, busy, onChange }: Props) {
  const t = useTranslations('imports.mapping')
  const { columns, mapping, questions } = needed.request
  const [answers, setAnswers] = useState<Answers>(() => answersOf(mapping, columns, questions))
  const [name, setName] = useState(fileName.replace(/\.\w+$/, '').slice(0, 80))
  const [incomplete, setIncomplete] = useState(false)
  /** Once a preview is shown, every further answer shows its own. */
  const set = (change: Partial<Answers>) => {
    const next = { ...answers, ...change }
    setAnswers(next)
    if (request.mapping) apply(next)
  }

  const apply = (from: Answers) => {
    const made = mappingFrom(from, mapping, columns)
    setIncomplete(made === null)
    if (made)
      onChange({
        ...request,
        mapping: made,
        remember: { signature: needed.signature, name: name.trim() || fileName.slice(0, 100) },
      })
  }

  const columnSelect = (field: keyof Answers['columns'], label: string) => (
    <Field key={field} label={label}>
      {(control) => (
        <Select
          {...control}
          value={answers.columns[field] ?? ''}
          onChange={(event) =>
            set({
              columns: {
                ...answers.columns,
                [field]: event.target.value === '' ? null : Number(event.target.value),
              },
            })
          }
        >
          <option value="">{t('none')}</option>
          {columns.map((column) => (
            <option key={column.index} value={column.index}>
              {column.header ?? t('column', { number: column.index + 1 })}
              {column.sample[0] ? ` · ${column.sample[0].slice(0, 30)}` : ''}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )

  const choice = <Value extends string>(
    label: string,
    value: Value,
    options: readonly (readonly [Value, string])[],
    pick: (value: Value) => void,
  ) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => {
            const found = options.find(([option]) => option === event.target.value)
            if (found) pick(found[0])
          }}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )

  return (
    <form
      aria-busy={busy}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        apply(answers)
      }}
    >
      <div>
        <h3 className="text-base font-semibold">{t('title')}</h3>
        <p className="text-muted">{t('lead')}</p>
      </div>
      <MappingSample columns={columns} answers={answers} />
      <div className="grid gap-4 sm:grid-cols-2">
        {columnFields.map((field) => columnSelect(field, t(field)))}
        {choice(
          t('layout'),
          answers.amounts,
          [
            ['one', t('oneColumn')],
            ['two', t('twoColumns')],
          ],
          (amounts) => set({ amounts }),
        )}
        {answers.amounts === 'one' && columnSelect('amount', t('amount'))}
        {answers.amounts === 'two' && columnSelect('debit', t('debit'))}
        {answers.amounts === 'two' && columnSelect('credit', t('credit'))}
        {answers.amounts === 'one' &&
          choice<Mapping['sign']>(
            t('sign'),
            answers.sign,
            [
              ['as_is', t('asIs')],
              ['inverted', t('inverted')],
            ],
            (sign) => set({ sign }),
          )}
        {choice<Mapping['dateOrder']>(
          t('dateOrder'),
          answers.dateOrder,
          [
            ['dmy', t('dmy')],
            ['mdy', t('mdy')],
            ['ymd', t('ymd')],
          ],
          (dateOrder) => set({ dateOrder }),
        )}
        {choice<Mapping['decimal']>(
          t('decimal'),
          answers.decimal,
          [
            ['.', t('point')],
            [',', t('comma')],
          ],
          (decimal) => set({ decimal }),
        )}
        <Field label={t('currency')}>
          {(control) => (
            <Input
              {...control}
              value={answers.currency}
              maxLength={3}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => set({ currency: event.target.value.toUpperCase() })}
            />
          )}
        </Field>
        <KindField value={answers.accountType} onChange={(accountType) => set({ accountType })} />
        <Field label={t('saveAs')}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
              onBlur={() => request.mapping && apply(answers)}
            />
          )}
        </Field>
      </div>
      {incomplete && (
        <Notice tone="error" role="alert">
          {t('needDate')}
        </Notice>
      )}
      <div hidden={request.mapping !== undefined && !incomplete}>
        <Button type="submit" kind="primary" busy={busy}>
          {t('apply')}
        </Button>
      </div>
    </form>
  )
}

type Kind = NonNullable<Mapping['accountType']>

function KindField({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const t = useTranslations('imports')
  return (
    <Field label={t('mapping.kind')}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(accountTypes.find((type) => type === event.target.value) ?? value)}
        >
          {accountTypes.map((type) => (
            <option key={type} value={type}>
              {t(`types.${type}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
