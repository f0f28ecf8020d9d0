'use client'

import { useTranslations } from 'next-intl'
import { classNames } from '#components/ui/class-names.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { ImportPreview } from '#lib/imports/types.ts'
import { PreviewAccount } from './preview-account.tsx'
import { ProblemList } from './problem-list.tsx'
import type { Request } from './staged-file.ts'

type Props = {
  preview: ImportPreview
  request: Request
  busy: boolean
  earlier: string | null
  onChange: (request: Request) => void
}

/** What importing a file would do, per account, before anything is stored. */
export function FilePreview({ preview, request, busy, earlier, onChange }: Props) {
  const t = useTranslations('imports')
  return (
    <div aria-busy={busy} className={classNames('flex flex-col gap-4', busy && 'opacity-55')}>
      {preview.sameAs && <Notice tone="info">{t('file.sameAs')}</Notice>}
      {preview.mappingName && (
        <p className="text-label text-muted">{t('file.remembered', { name: preview.mappingName })}</p>
      )}
      {preview.accounts.length === 0 && <Notice tone="warning">{t('file.empty')}</Notice>}
      {preview.accounts.length > 1 && (
        <p className="text-muted">{t('account.several', { count: preview.accounts.length })}</p>
      )}
      <ul className="flex flex-col divide-y divide-border">
        {preview.accounts.map((account, at) => (
          <li key={preview.keys[at]} className="py-5 first:pt-0 last:pb-0">
            <PreviewAccount
              account={account}
              fileKey={preview.keys[at] ?? ''}
              choices={preview.choices[at] ?? []}
              namesakes={preview.namesakes[at] ?? []}
              otherNumber={preview.otherNumber[at] ?? null}
              samples={preview.samples[at] ?? []}
              currencyOpen={preview.currencyOpen}
              request={request}
              earlier={earlier}
              onChange={onChange}
            />
          </li>
        ))}
      </ul>
      <ProblemList problems={preview.problems} leftOut={preview.problemsLeftOut} />
    </div>
  )
}
