'use client'

import { useTranslations } from 'next-intl'
import type { AccountChoice } from '#lib/imports/types.ts'
import { labelOf } from './account-label.ts'
import { RadioQuestion } from './radio-question.tsx'

type Props = {
  /** The last four digits that the file names. */
  last4: string
  chosen: AccountChoice
  sure: boolean
  onSure: () => void
  onNew: () => void
}

/** Asks whether rows of one number are meant to go to an account of another. */
export function OtherNumberQuestion({ last4, chosen, sure, onSure, onNew }: Props) {
  const t = useTranslations('imports.account')
  const name = labelOf(chosen)
  return (
    <RadioQuestion
      question={t('otherAsk', { last4, name })}
      why={t('otherWhy')}
      options={[
        { value: 'sure', text: t('otherSame', { name }) },
        { value: 'new', text: t('namesakeNew') },
      ]}
      chosen={sure ? 'sure' : null}
      onAnswer={(value) => (value === 'sure' ? onSure() : onNew())}
    />
  )
}
