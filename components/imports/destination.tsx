'use client'

import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { isNumbered, labelOf } from './account-label.ts'
import { type Answer, type DestinationProps, isNewAnswer } from './destination-answer.ts'
import { NamesakeQuestion } from './namesake-question.tsx'
import { NewAccountFields } from './new-account-fields.tsx'
import { OtherNumberQuestion } from './other-number-question.tsx'

const made = 'new'

/** Where the rows of one account of the file go: settled by its number, asked when only the name agrees, else to be chosen. */
export function Destination(props: DestinationProps) {
  const { account, fileKey, choices, namesakes, otherNumber, earlier, request, onChange } = props
  const t = useTranslations('imports.account')
  const given = request.accounts?.[fileKey]
  const answer = (next: Answer) =>
    onChange({ ...request, accounts: { ...request.accounts, [fileKey]: next } })
  const settled = account.foundBy === 'number' || (choices.length === 0 && account.foundBy !== 'new')
  if (settled)
    return (
      <p>
        <span className="text-muted">{t('to')} </span>
        <span className="font-semibold">{account.name}</span>
        <span className="text-label text-muted"> ({t(`foundBy.${account.foundBy}`)})</span>
      </p>
    )
  const isNew = account.foundBy === 'new'
  const asking = namesakes.length > 0
  const chosen = otherNumber && choices.find((choice) => choice.id === account.id)
  return (
    <div className="flex flex-col gap-3">
      {asking && (
        <NamesakeQuestion
          name={account.name}
          namesakes={namesakes}
          chosen={given === undefined ? null : isNewAnswer(given) ? made : given.accountId}
          onAnswer={(id) => answer(id === null ? { new: {} } : { accountId: id })}
        />
      )}
      {!asking && choices.length > 0 && (
        <Field
          label={t('to')}
          hint={
            isNew && !given
              ? t(isNumbered(account) ? 'check' : 'checkUnnumbered', { currency: account.currency })
              : t(`foundBy.${account.foundBy}`)
          }
        >
          {(control) => (
            <Select
              {...control}
              value={isNew ? made : account.id}
              onChange={({ target }) =>
                answer(target.value === made ? { new: {} } : { accountId: target.value })
              }
            >
              <option value={made}>{t('newOption')}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {labelOf(choice)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {chosen && (
        <OtherNumberQuestion
          last4={account.last4 ?? ''}
          chosen={chosen}
          sure={given !== undefined && !isNewAnswer(given) && given.sure === true}
          onSure={() => answer({ accountId: chosen.id, sure: true })}
          onNew={() => answer({ new: {} })}
        />
      )}
      {isNew && !given && earlier && account.sourceAccountId === null && (
        <p className="text-label text-muted text-pretty">{t('earlier', { file: earlier })}</p>
      )}
      {isNew && (!asking || isNewAnswer(given)) && <NewAccountFields {...props} onAnswer={answer} />}
    </div>
  )
}
