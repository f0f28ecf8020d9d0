'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatDate } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import type { RecognisedFile } from '#lib/imports/types.ts'

type Props = { same: RecognisedFile; onReadAnyway: () => void }

/** A file whose bytes are stored already: nothing was sent; its rows are one click away, and it can be read all the same. */
export function KnownFile({ same: { report, day }, onReadAnyway }: Props) {
  const t = useTranslations('imports.known')
  const locale = useLocale()
  return (
    <Notice
      tone="info"
      role="status"
      title={t('title')}
      actions={
        <>
          <Link
            href={`/transactions?import=${report.id}`}
            className="control inline-flex items-center font-medium text-accent hover:underline"
          >
            {t('rows')}
          </Link>
          <Button onClick={onReadAnyway}>{t('readAnyway')}</Button>
        </>
      }
    >
      {t('text', {
        date: formatDate(day, locale),
        file: report.fileName,
        accounts: report.accounts.map((account) => account.name).join(', '),
      })}
    </Notice>
  )
}
