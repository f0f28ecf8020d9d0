'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { AccountChoice } from '#lib/imports/types.ts'
import { labelOf } from './destination.tsx'

type Props = {
  name: string
  namesakes: readonly AccountChoice[]
  /** An account's id, `new`, or null while the question is open. */
  chosen: string | null
  /** Null: a new account. */
  onAnswer: (id: string | null) => void
}

/** Asks whether the file is about an account that merely has the same name. Nothing is chosen for the person. */
export function NamesakeQuestion({ name, namesakes, chosen, onAnswer }: Props) {
  const t = useTranslations('imports.account')
  const group = useId()
  const options = [
    ...namesakes.map((account) => ({
      value: account.id,
      text: t('namesakeSame', { name: labelOf(account) }),
      pick: () => onAnswer(account.id),
    })),
    { value: 'new', text: t('namesakeNew'), pick: () => onAnswer(null) },
  ]
  return (
    <fieldset className="rounded-card border border-warning bg-warning-wash p-3.5">
      <legend className="float-left w-full font-semibold">{t('namesakeAsk', { name })}</legend>
      <p className="clear-both text-text text-pretty">{t('namesakeWhy')}</p>
      <div className="mt-1.5 flex flex-col">
        {options.map(({ value, text, pick }) => (
          <label key={value} className="control flex cursor-pointer items-center gap-2.5 py-1.5">
            <input
              type="radio"
              name={group}
              required
              checked={chosen === value}
              onChange={pick}
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="wrap-anywhere">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
