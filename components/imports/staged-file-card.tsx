'use client'

import { FileText, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { cardClass } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Progress } from '#components/ui/progress.tsx'
import type { MappingNeeded } from '#lib/imports/types.ts'
import { FilePreview } from './file-preview.tsx'
import { ImportProgressBar } from './import-progress-bar.tsx'
import { ImportResult } from './import-result.tsx'
import { KnownFile } from './known-file.tsx'
import { MappingForm } from './mapping-form.tsx'
import { isSettled, type Request, type StagedFile } from './staged-file.ts'

type Props = {
  file: StagedFile
  /** The file before it in this batch that makes an account this one may turn out to be about. */
  earlier: string | null
  onChange: (request: Request) => void
  onReadAnyway: () => void
  onRemove: () => void
}

/** One file of the wizard in whatever state it is. */
export function StagedFileCard({ onRemove, ...props }: Props) {
  const { file } = props
  const t = useTranslations('imports')
  const { step } = file.state
  const removable = (step !== 'starting' && step !== 'run') || isSettled(file)
  return (
    <section aria-label={file.name} className={cardClass}>
      <div className="-my-1 mb-3 flex min-h-10 items-center gap-3">
        <Icon of={FileText} className="text-muted" />
        <h2 tabIndex={-1} className="min-w-0 flex-1 truncate font-semibold">
          {file.name}
        </h2>
        {removable && (
          <IconButton
            label={t('file.remove', { name: file.name })}
            icon={<Icon of={X} />}
            onClick={onRemove}
          />
        )}
      </div>
      <div aria-live={step === 'run' || step === 'sending' ? 'off' : 'polite'}>
        <Body {...props} />
      </div>
    </section>
  )
}

function Body({ file, earlier, onChange, onReadAnyway }: Omit<Props, 'onRemove'>) {
  const t = useTranslations('imports')
  const { state } = file
  switch (state.step) {
    case 'checking':
      return <Progress label={t('file.checking', { name: file.name })} />
    case 'known':
      return <KnownFile same={state.same} onReadAnyway={onReadAnyway} />
    case 'sending':
      return <Progress label={t('file.uploading', { name: file.name })} value={state.share} />
    case 'reading':
      return <Progress label={t('file.reading', { name: file.name })} />
    case 'starting':
      return <ImportProgressBar run={null} />
    case 'run':
      return <Run file={file} run={state.run} onChange={onChange} />
    case 'failed':
      return (
        <Failed
          file={file}
          message={state.message}
          onRetry={state.retry ? () => onChange(file.request) : null}
          onChange={onChange}
        />
      )
    case 'review':
      return (
        <div className="flex flex-col gap-5">
          {file.needed && <Columns file={file} needed={file.needed} busy={state.again} onChange={onChange} />}
          {state.again && state.found.kind !== 'preview' && (
            <Progress label={t('file.reading', { name: file.name })} />
          )}
          {state.found.kind === 'preview' && (
            <FilePreview
              preview={state.found.preview}
              request={file.request}
              busy={state.again}
              earlier={earlier}
              onChange={onChange}
            />
          )}
        </div>
      )
  }
}

type Changed = Pick<Props, 'file' | 'onChange'>
type RunProps = Changed & { run: Extract<StagedFile['state'], { step: 'run' }>['run'] }

function Run({ file, run, onChange }: RunProps) {
  const t = useTranslations('imports')
  if (run.state === 'done' && run.importId) return <ImportResult importId={run.importId} />
  const retry = () => onChange(file.request)
  if (run.state === 'cancelled')
    return (
      <Notice
        tone="info"
        role="status"
        title={t('importing.cancelled')}
        actions={<Button onClick={retry}>{t('importing.again')}</Button>}
      >
        {t('file.nothingStored')}
      </Notice>
    )
  if (run.state === 'failed')
    return <Failed file={file} message={run.error ?? t('file.offline')} onRetry={retry} onChange={onChange} />
  return <ImportProgressBar run={run} />
}

type FailedProps = Changed & { message: string; onRetry: (() => void) | null }

function Failed({ file, message, onRetry, onChange }: FailedProps) {
  const t = useTranslations('imports')
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone="error"
        role="alert"
        title={t('file.failed', { name: file.name })}
        actions={onRetry && <Button onClick={onRetry}>{t('file.tryAgain')}</Button>}
      >
        {message} {t('file.nothingStored')}
      </Notice>
      {file.needed && <Columns file={file} needed={file.needed} busy={false} onChange={onChange} />}
    </div>
  )
}

type ColumnsProps = Changed & { needed: MappingNeeded; busy: boolean }

const Columns = ({ file, needed, busy, onChange }: ColumnsProps) => (
  <MappingForm
    key={needed.signature}
    needed={needed}
    request={file.request}
    fileName={file.name}
    busy={busy}
    onChange={onChange}
  />
)
