'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { accountTypes } from '#lib/accounts/types.ts'
import type { Mapping } from '#lib/imports/read/csv/mapping.ts'
import type { MappingRequest } from '#lib/imports/read/csv/questions.ts'
import type { Answers } from './mapping-answers.ts'
import { OrderField } from './order-field.tsx'

type Props = {
  columns: MappingRequest['columns']
  answers: Answers
  onChange: (change: Partial<Answers>) => void
  className: string
  /** The order of the days is asked apart. */
  withoutOrder?: boolean
  /** Further fields at the end. */
  children?: ReactNode
}

const columnFields = ['date', 'description', 'memo', 'balance'] as const

/** What each column of a CSV means, and how its days and amounts are written. */
export function MappingFields({ columns, answers, onChange, className, withoutOrder, children }: Props) {
  const t = useTranslations('imports.mapping')
  const columnSelect = (field: keyof Answers['columns'], label: string) => (
    <Field key={field} label={label}>
      {(control) => (
        <Select
          {...control}
          value={answers.columns[field] ?? ''}
          onChange={(event) =>
            onChange({
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
    <div className={className}>
      {columnFields.map((field) => columnSelect(field, t(field)))}
      {choice(
        t('layout'),
        answers.amounts,
        [
          ['one', t('oneColumn')],
          ['two', t('twoColumns')],
        ],
        (amounts) => onChange({ amounts }),
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
          (sign) => onChange({ sign }),
        )}
      {!withoutOrder && (
        <OrderField value={answers.dateOrder} onChange={(dateOrder) => onChange({ dateOrder })} />
      )}
      {choice<Mapping['decimal']>(
        t('decimal'),
        answers.decimal,
        [
          ['.', t('point')],
          [',', t('comma')],
        ],
        (decimal) => onChange({ decimal }),
      )}
      <Field label={t('currency')}>
        {(control) => (
          <Input
            {...control}
            value={answers.currency}
            maxLength={3}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ currency: event.target.value.toUpperCase() })}
          />
        )}
      </Field>
      <KindField value={answers.accountType} onChange={(accountType) => onChange({ accountType })} />
      {children}
    </div>
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
