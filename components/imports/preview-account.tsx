'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DataList } from '#components/ui/data-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { formatDate, formatDateRange } from '#lib/i18n/format.ts'
import type { AccountChoice, ImportAccountReport, SampleRow } from '#lib/imports/types.ts'
import { SampleRows } from './sample-rows.tsx'
import type { Request } from './staged-file.ts'

type Props = {
  account: ImportAccountReport
  /** Stored accounts to choose from; empty when the file's number settles it. */
  choices: readonly AccountChoice[]
  samples: readonly SampleRow[]
  request: Request
  nameable: boolean
  onChange: (request: Request) => void
}

export function PreviewAccount({ account, choices, samples, request, nameable, onChange }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <Destination
        account={account}
        choices={choices}
        request={request}
        nameable={nameable}
        onChange={onChange}
      />
      <Counts account={account} />
      <Facts account={account} />
      <SampleRows rows={samples} />
    </div>
  )
}

const newAccount = 'new'

function Destination({ account, choices, request, nameable, onChange }: Omit<Props, 'samples'>) {
  const t = useTranslations('imports')
  const fixed = account.foundBy === 'number' || choices.length === 0
  const isNew = account.foundBy === 'new'
  const choose = (id: string) => {
    const { accountId: _, newAccount: __, ...rest } = request
    onChange(id === newAccount ? { ...rest, newAccount: true } : { ...rest, accountId: id })
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {fixed ? (
        <p className="self-end pb-2">
          <span className="text-muted">{t('account.to')} </span>
          <span className="font-semibold">
            {isNew ? t('account.new', { name: account.name }) : account.name}
          </span>
          <span className="text-label text-muted"> ({t(`account.foundBy.${account.foundBy}`)})</span>
        </p>
      ) : (
        <Field
          label={t('account.to')}
          hint={
            isNew && !request.newAccount
              ? t('account.namesake', { currency: account.currency })
              : t(`account.foundBy.${account.foundBy}`)
          }
        >
          {(control) => (
            <Select
              {...control}
              value={isNew ? newAccount : account.id}
              onChange={(event) => choose(event.target.value)}
            >
              <option value={newAccount}>{t('account.newOption')}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.name}
                  {choice.last4 ? ` ··${choice.last4}` : ''}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {isNew && nameable && (
        <Field label={t('account.name')}>
          {(control) => (
            <Input
              {...control}
              key={account.name}
              defaultValue={account.name}
              maxLength={100}
              onBlur={(event) => {
                const name = event.target.value.trim()
                if (name !== '' && name !== account.name) onChange({ ...request, accountName: name })
              }}
            />
          )}
        </Field>
      )}
    </div>
  )
}

function Counts({ account }: { account: ImportAccountReport }) {
  const t = useTranslations('imports.account')
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Badge tone={account.new > 0 ? 'accent' : 'neutral'}>{t('counts', { new: account.new })}</Badge>
      {account.duplicate > 0 && <Badge>{t('duplicate', { count: account.duplicate })}</Badge>}
      {account.updated > 0 && <Badge tone="info">{t('updated', { count: account.updated })}</Badge>}
      {account.skipped > 0 && <Badge tone="warning">{t('skipped', { count: account.skipped })}</Badge>}
    </p>
  )
}

function Facts({ account }: { account: ImportAccountReport }) {
  const t = useTranslations('imports.account')
  const locale = useLocale()
  const { firstDate, lastDate, ledgerBalance, balanceAsOf } = account
  const items = [
    ...(firstDate && lastDate
      ? [{ label: t('period'), value: formatDateRange(firstDate, lastDate, locale) }]
      : []),
    { label: t('sum'), value: <Amount value={account.sum} tone="flow" className="font-medium" /> },
    ...(ledgerBalance
      ? [
          {
            label: t('balance'),
            value: (
              <>
                <Amount value={ledgerBalance} className="font-medium" />{' '}
                {balanceAsOf && (
                  <span className="text-muted">
                    {t('balanceAt', { date: formatDate(balanceAsOf, locale) })}
                  </span>
                )}
              </>
            ),
          },
        ]
      : []),
  ]
  return <DataList items={items} />
}
