'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import type { ImportReport } from '#lib/imports/types.ts'
import { countsOf } from '#lib/imports/view.ts'
import { UndoImport } from './undo-import.tsx'

type Props = { importId: string; report: ImportReport | null }

/** What an import changed, and the way back. */
export function ImportResult({ importId, report }: Props) {
  const t = useTranslations('imports')
  const [undone, setUndone] = useState<number | null>(report?.status === 'undone' ? report.kept : null)
  if (undone !== null)
    return (
      <Notice tone="info" role="status">
        {undone > 0 ? t('result.kept', { count: undone }) : t('result.undone')}
      </Notice>
    )
  const counts = countsOf(report)
  return (
    <Notice
      tone="success"
      role="status"
      title={t('result.title', { count: counts.new })}
      actions={<UndoImport importId={importId} onUndone={setUndone} />}
    >
      {report && (
        <>
          <p>{report.accounts.map((account) => account.name).join(' · ')}</p>
          <p className="text-muted">{t('result.text', counts)}</p>
        </>
      )}
    </Notice>
  )
}
