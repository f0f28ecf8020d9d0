'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useRouter } from '#lib/i18n/navigation.ts'
import { dropStagedAction, previewStagedAction } from '#lib/imports/actions.ts'
import { readProgress } from '#lib/imports/progress-line.ts'
import { onOfferedFiles, takeFiles } from './dropped-files.ts'
import { sendFile } from './send-file.ts'
import { canImport, type Request, type ResumedFile, type StagedFile } from './staged-file.ts'

const resumed = ({ upload, name, report }: ResumedFile): StagedFile => ({
  key: upload,
  name,
  upload,
  request: {},
  needed: null,
  state: report ? { step: 'done', importId: report.id, report } : { step: 'reading' },
})

/** The files of the wizard: sends, previews, imports and drops them, and keeps their ids in the address. */
export function useStagedFiles(initial: readonly ResumedFile[]) {
  const t = useTranslations('imports')
  const router = useRouter()
  const [files, setFiles] = useState<readonly StagedFile[]>(() => initial.map(resumed))
  const latest = useRef(new Map<string, number>())

  const patch = (key: string, change: Partial<StagedFile>): void =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...change } : file)))
  const fail = (key: string, message: string, retry: boolean): void =>
    patch(key, { state: { step: 'failed', message: message || t('file.offline'), retry } })

  const preview = async (key: string, upload: string, request: Request): Promise<void> => {
    const turn = (latest.current.get(key) ?? 0) + 1
    latest.current.set(key, turn)
    const result = await previewStagedAction({ upload, request }).catch(() => null)
    if (latest.current.get(key) !== turn) return
    if (!result) return fail(key, '', true)
    if (!result.ok && result.error.code === 'not_found') return fail(key, t('file.gone'), false)
    if (!result.ok) return fail(key, result.error.message, result.error.code === 'unavailable')
    const asked = result.data.kind === 'mapping' ? { needed: result.data.needed } : {}
    patch(key, { ...asked, state: { step: 'review', found: result.data, again: false } })
  }

  const add = (chosen: readonly File[]): void => {
    for (const file of chosen) {
      const key = `${file.name}-${file.size}-${file.lastModified}-${Math.random()}`
      setFiles((all) => [
        ...all,
        {
          key,
          name: file.name,
          upload: null,
          request: {},
          needed: null,
          state: { step: 'sending', share: 0 },
        },
      ])
      sendFile(file, (share) => patch(key, { state: { step: 'sending', share } })).then(
        (upload) => {
          patch(key, { upload, state: { step: 'reading' } })
          void preview(key, upload, {})
        },
        (error: unknown) => fail(key, error instanceof Error ? error.message : '', false),
      )
    }
  }

  const change = (file: StagedFile, request: Request): void => {
    if (!file.upload) return
    const state = file.state.step === 'review' ? { ...file.state, again: true } : { step: 'reading' as const }
    patch(file.key, { request, state })
    void preview(file.key, file.upload, request)
  }

  const remove = (file: StagedFile): void => {
    latest.current.delete(file.key)
    setFiles((all) => all.filter((other) => other.key !== file.key))
    if (file.upload && file.state.step !== 'done') void dropStagedAction({ upload: file.upload })
  }

  const importOne = async (file: StagedFile): Promise<void> => {
    const found =
      file.state.step === 'review' && file.state.found.kind === 'preview' ? file.state.found : null
    patch(file.key, { state: { step: 'importing', progress: null } })
    try {
      const response = await fetch(`/api/imports/uploads/${file.upload}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(file.request),
      })
      if (!response.ok || !response.body) {
        const problem = (await response.json()) as { detail?: string }
        return fail(file.key, problem.detail ?? '', true)
      }
      for await (const line of readProgress(response.body)) {
        if (line.phase === 'failed') return fail(file.key, line.message, true)
        if (line.phase !== 'done') patch(file.key, { state: { step: 'importing', progress: line } })
        else
          patch(file.key, {
            state: { step: 'done', importId: line.importId, report: found?.preview ?? null },
          })
      }
    } catch {
      fail(file.key, '', true)
    }
  }

  const importAll = async (): Promise<void> => {
    for (const file of files.filter(canImport)) await importOne(file)
    router.refresh()
  }

  const start = useEffectEvent(() => {
    for (const file of files)
      if (file.upload && file.state.step === 'reading') void preview(file.key, file.upload, file.request)
  })
  const takeOffered = useEffectEvent(() => add(takeFiles()))
  useEffect(() => {
    start()
    takeOffered()
    return onOfferedFiles(() => takeOffered())
  }, [])

  const uploads = files.flatMap((file) => file.upload ?? []).join(',')
  useEffect(() => {
    const url = new URL(window.location.href)
    if (uploads === '') url.searchParams.delete('files')
    else url.searchParams.set('files', uploads)
    window.history.replaceState(window.history.state, '', url)
  }, [uploads])

  return { files, add, change, remove, importAll, clear: () => setFiles([]) }
}
