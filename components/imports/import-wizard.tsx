'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { Stepper } from '#components/ui/progress.tsx'
import { Link, useRouter } from '#lib/i18n/navigation.ts'
import { markRunsSeenAction } from '#lib/imports/actions.ts'
import type { ResumedFile } from '#lib/imports/staged.ts'
import { canImport, earlierMaker, isSettled, openQuestion, type StagedFile } from './staged-file.ts'
import { StagedFileCard } from './staged-file-card.tsx'
import { useStagedFiles } from './use-staged-files.ts'

const accept =
  '.ofx,.qfx,.qbo,.qif,.csv,.tsv,.txt,.xml,.sta,.mt940,.940,.942,.xlsx,.xls,text/csv,application/x-ofx'

const isUnderWay = ({ state }: StagedFile): boolean =>
  state.step === 'starting' || (state.step === 'run' && ['queued', 'running'].includes(state.run.state))

/** Choose, review, import, undo: several files at once, each one atomic step. */
export function ImportWizard({ initial }: { initial: readonly ResumedFile[] }) {
  const t = useTranslations('imports')
  const { files, add, change, readAnyway, remove, importAll, clear } = useStagedFiles(initial)
  const list = useRef<HTMLUListElement>(null)
  const ready = files.filter(canImport)
  const open = files.filter((file) => openQuestion(file) !== null)
  const underWay = files.filter(isUnderWay)
  const settled =
    files.some(isSettled) && files.every((file) => isSettled(file) || file.state.step === 'known')
  useEndOfRuns(files)

  /** What was pressed goes away; the first file that moves takes the focus over. */
  const run = async () => {
    const first = ready[0]?.key ?? ''
    const starting = importAll()
    list.current?.querySelector<HTMLElement>(`[data-file="${CSS.escape(first)}"] h2`)?.focus()
    await starting
  }

  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <Stepper
        steps={[t('steps.choose'), t('steps.review'), t('steps.done')]}
        current={files.length === 0 ? 0 : settled ? 2 : 1}
      />
      {!settled && underWay.length === 0 && (
        <div>
          <FileDrop hint={t('choose.hint')} accept={accept} onFiles={add} />
          {files.length === 0 && (
            <p className="mt-2 text-label">
              <Link href="/link" className="font-medium text-accent hover:underline">
                {t('choose.help')}
              </Link>
            </p>
          )}
        </div>
      )}
      <ul ref={list} className="flex flex-col gap-4">
        {files.map((file, at) => (
          <li key={file.key} data-file={file.key}>
            <StagedFileCard
              file={file}
              earlier={earlierMaker(files.slice(0, at), file)}
              onChange={(request) => change(file, request)}
              onReadAnyway={() => readAnyway(file)}
              onRemove={() => remove(file)}
            />
          </li>
        ))}
      </ul>
      {underWay.length > 0 && <p className="text-label text-muted">{t('importing.leave')}</p>}
      {(ready.length > 0 || open.length > 0) && (
        <div className="sticky bottom-[calc(var(--bar-bottom)+0.5rem)] z-10 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 rounded-card border border-border bg-surface p-3">
          {open.length > 0 && (
            <p className="mr-auto min-w-0 text-label text-warning" role="status">
              {t('open', { count: open.length })}
            </p>
          )}
          <Button kind="primary" disabled={ready.length === 0} onClick={run}>
            {t('import', { count: ready.length })}
          </Button>
        </div>
      )}
      {settled && (
        <div>
          <Button kind="primary" onClick={clear}>
            {t('result.another')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** When a run has ended and its card is shown, the person knows; the list of imports below is read again. */
function useEndOfRuns(files: readonly StagedFile[]): void {
  const router = useRouter()
  const ended = files
    .flatMap((file) => (file.state.step === 'run' && isSettled(file) ? file.state.run.id : []))
    .join(',')
  useEffect(() => {
    if (ended === '') return
    void markRunsSeenAction({ ids: ended.split(',') })
    router.refresh()
  }, [ended, router])
}
