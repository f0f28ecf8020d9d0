'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { Stepper } from '#components/ui/progress.tsx'
import { Link } from '#lib/i18n/navigation.ts'
import { canImport, type ResumedFile } from './staged-file.ts'
import { StagedFileCard } from './staged-file-card.tsx'
import { useStagedFiles } from './use-staged-files.ts'

const accept = '.ofx,.qfx,.csv,.tsv,.txt,.qif,.xml,.sta,.mt940,.xls,.xlsx,text/csv,application/x-ofx'

/** Choose, review, import, undo: several files at once, each one atomic step. */
export function ImportWizard({ initial }: { initial: readonly ResumedFile[] }) {
  const t = useTranslations('imports')
  const { files, add, change, remove, importAll, clear } = useStagedFiles(initial)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await importAll()
    setBusy(false)
  }
  const ready = files.filter(canImport)
  const done = files.length > 0 && files.every((file) => file.state.step === 'done')
  const step = files.length === 0 ? 0 : done ? 2 : 1
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <Stepper steps={[t('steps.choose'), t('steps.review'), t('steps.done')]} current={step} />
      {!done && (
        <div>
          <FileDrop hint={t('choose.hint')} accept={accept} onFiles={add} disabled={busy} />
          {files.length === 0 && (
            <p className="mt-2 text-label">
              <Link href="/link" className="font-medium text-accent hover:underline">
                {t('choose.help')}
              </Link>
            </p>
          )}
        </div>
      )}
      <ul className="flex flex-col gap-4">
        {files.map((file) => (
          <li key={file.key}>
            <StagedFileCard
              file={file}
              onChange={(request) => change(file, request)}
              onRemove={() => remove(file)}
            />
          </li>
        ))}
      </ul>
      {files.length > 0 && !done && (
        <div className="sticky bottom-[calc(var(--bar-bottom)+0.5rem)] z-10 flex flex-wrap items-center justify-end gap-2 rounded-card border border-border bg-surface p-3">
          {busy && <p className="mr-auto text-label text-muted">{t('importing.leave')}</p>}
          <Button kind="primary" busy={busy} disabled={ready.length === 0 && !busy} onClick={run}>
            {t('import', { count: ready.length })}
          </Button>
        </div>
      )}
      {done && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink kind="primary" href="/transactions">
            {t('result.transactions')}
          </ButtonLink>
          <ButtonLink href="/">{t('result.dashboard')}</ButtonLink>
          <Button onClick={clear}>{t('result.another')}</Button>
        </div>
      )}
    </div>
  )
}
