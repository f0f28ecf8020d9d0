'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { ImportAccountReport } from '#lib/imports/types.ts'

/** How many rows of a file are new to an account, known, brought up to date and left out. */
export function AccountCounts({ account }: { account: ImportAccountReport }) {
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
