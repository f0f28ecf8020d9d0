'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { MappingNeeded } from '#lib/imports/types.ts'
import { DateOrderForm } from './date-order-form.tsx'
import { type Answers, answersOf, asksOnlyOrder, mappingFrom } from './mapping-answers.ts'
import { MappingFields } from './mapping-fields.tsx'
import { MappingSample } from './mapping-sample.tsx'
import { OrderField } from './order-field.tsx'
import type { Request } from './staged-file.ts'

type Props = {
  needed: MappingNeeded
  request: Request
  fileName: string
  busy: boolean
  onChange: (request: Request) => void
}

/** Asks what a file leaves open: the columns of an unknown CSV, or only the order of a QIF's days. */
export const MappingForm = (props: Props) =>
  props.needed.request.about === 'dateOrder' ? <DateOrderForm {...props} /> : <ColumnsForm {...props} />

/** Asks what the columns of an unknown CSV mean; the answers are remembered when the file is imported. */
function ColumnsForm({ needed, request, fileName, busy, onChange }: Props) {
  const t = useTranslations('imports.mapping')
  const { columns, mapping, questions } = needed.request
  const [answers, setAnswers] = useState<Answers>(() => answersOf(mapping, columns, questions))
  const [name, setName] = useState(fileName.replace(/\.\w+$/, '').slice(0, 80))
  const onlyOrder = asksOnlyOrder(questions)
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

  const fields = (
    <MappingFields
      columns={columns}
      answers={answers}
      onChange={set}
      withoutOrder={onlyOrder}
      className="grid gap-4 sm:grid-cols-2"
    >
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
    </MappingFields>
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
        <h3 className="text-base font-semibold">{t(onlyOrder ? 'orderTitle' : 'title')}</h3>
        <p className="text-muted">{t(onlyOrder ? 'orderLead' : 'lead')}</p>
      </div>
      <MappingSample columns={columns} answers={answers} />
      {onlyOrder ? (
        <>
          <div className="max-w-sm">
            <OrderField value={answers.dateOrder} onChange={(dateOrder) => set({ dateOrder })} />
          </div>
          <details>
            <summary className="min-h-10 cursor-pointer font-medium">{t('allColumns')}</summary>
            <div className="mt-3">{fields}</div>
          </details>
        </>
      ) : (
        fields
      )}
      {incomplete && (
        <Notice tone="error" role="alert">
          {t(answers.dateOrder === null ? 'needOrder' : 'needDate')}
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
