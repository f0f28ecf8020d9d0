'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Amount } from '#components/ui/amount.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { formatDateRange } from '#lib/i18n/format.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { importResultAction } from '#lib/imports/actions.ts'
import type { ImportResult as Result } from '#lib/imports/result.ts'
import type { ImportAccountReport } from '#lib/imports/types.ts'
import { countsOf } from '#lib/imports/view.ts'
import { AccountCounts } from './account-counts.tsx'
import { ImportReviews } from './import-reviews.tsx'
import { NextSteps } from './next-steps.tsx'
import { ProblemList } from './problem-list.tsx'
import { UndoImport } from './undo-import.tsx'

/** What an import changed, account by account, what to do next, and the way back. */
export function ImportResult({ importId }: { importId: string }) {
  const t = useTranslations('imports')
  const [result, setResult] = useState<Result | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [undone, setUndone] = useState<number | null>(null)
  useEffect(() => {
    let current = true
    importResultAction({ id: importId }).then(
      (answer) => {
        if (!current) return
        if (answer.ok) setResult(answer.data)
        else setError(answer.error.message)
      },
      () => current && setError(t('file.offline')),
    )
    return () => {
      current = false
    }
  }, [importId, t])
  if (error !== null)
    return (
      <Notice tone="warning" role="status" title={t('result.stored')}>
        {error}
      </Notice>
    )
  if (!result) return <Progress label={t('result.loading')} />
  const { report } = result
  const kept = undone ?? (report.status === 'undone' ? report.kept : null)
  if (kept !== null)
    return (
      <Notice tone="info" role="status">
        {kept > 0 ? t('result.kept', { count: kept }) : t('result.undone')}
      </Notice>
    )
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone="success"
        role="status"
        title={t('result.title', { count: countsOf(report).new })}
        actions={<UndoImport importId={importId} onUndone={setUndone} />}
      />
      <ul className="divide-y divide-border">
        {report.accounts.map((account) => (
          <AccountLine key={account.id} account={account} />
        ))}
      </ul>
      <ProblemList problems={report.problems} leftOut={report.problemsLeftOut} />
      {result.undecided > 0 && (
        <div>
          <ImportReviews importId={importId} name={report.fileName} open={result.undecided} />
        </div>
      )}
      <NextSteps importId={importId} result={result} />
    </div>
  )
}

function AccountLine({ account }: { account: ImportAccountReport }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { firstDate, lastDate, balanceBefore, balanceAfter } = account
  const moved = balanceBefore?.minor !== balanceAfter?.minor
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0">
      <div className="flex min-w-0 flex-col gap-1.5">
        <Link href={`/accounts/${account.id}`} className="font-semibold wrap-anywhere hover:underline">
          {account.name}
        </Link>
        <AccountCounts account={account} />
        {firstDate && lastDate && (
          <p className="text-label text-muted">{formatDateRange(firstDate, lastDate, locale)}</p>
        )}
      </div>
      {balanceAfter && (
        <p className="flex flex-col text-label sm:items-end">
          <span className="text-muted">{t('result.balance')}</span>
          <span className="text-sm">
            {moved && balanceBefore && (
              <>
                <span className="sr-only">{t('result.before')} </span>
                <Amount value={balanceBefore} className="text-muted" />
                <span aria-hidden="true" className="text-muted">
                  {' → '}
                </span>
                <span className="sr-only"> {t('result.after')} </span>
              </>
            )}
            <Amount value={balanceAfter} className="font-semibold" />
          </span>
        </p>
      )}
    </li>
  )
}
