'use client'

import { useTranslations } from 'next-intl'
import type { AccountChoice } from '#lib/imports/types.ts'
import { labelOf } from './account-label.ts'
import { RadioQuestion } from './radio-question.tsx'

type Props = {
  name: string
  namesakes: readonly AccountChoice[]
  /** An account's id, `new`, or null while the question is open. */
  chosen: string | null
  /** Null: a new account. */
  onAnswer: (id: string | null) => void
}

const made = 'new'

/** Asks whether the file is about an account that merely has the same name. */
export function NamesakeQuestion({ name, namesakes, chosen, onAnswer }: Props) {
  const t = useTranslations('imports.account')
  return (
    <RadioQuestion
      question={t('namesakeAsk', { name })}
      why={t('namesakeWhy')}
      options={[
        ...namesakes.map((account) => ({
          value: account.id,
          text: t('namesakeSame', { name: labelOf(account) }),
        })),
        { value: made, text: t('namesakeNew') },
      ]}
      chosen={chosen}
      onAnswer={(value) => onAnswer(value === made ? null : value)}
    />
  )
}
