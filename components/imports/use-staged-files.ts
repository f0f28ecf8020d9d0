'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { dropStagedAction, previewStagedAction, recogniseFileAction } from '#lib/imports/actions.ts'
import type { ResumedFile } from '#lib/imports/staged.ts'
import { onOfferedFiles, takeFiles } from './dropped-files.ts'
import { isRefusal, showRuns, startRuns, useRuns } from './run-store.ts'
import { hashOf, sendFile } from './send-file.ts'
import { canImport, type Request, type StagedFile } from './staged-file.ts'

/** What may be otherwise at the next try; a file that cannot be read stays so. */
const retriable: readonly string[] = ['unavailable', 'rate_limited', 'conflict']

const resumed = ({ upload, name, run }: ResumedFile): StagedFile => ({
  key: upload,
  name,
  upload,
  request: {},
  needed: null,
  state: run ? { step: 'run', run } : { step: 'reading' },
})

/** The files of the wizard: sends, previews, imports and drops them, and keeps their ids in the address. */
export function useStagedFiles(initial: readonly ResumedFile[]) {
  const t = useTranslations('imports')
  const runs = useRuns()
  const [staged, setFiles] = useState<readonly StagedFile[]>(() => initial.map(resumed))
  const latest = useRef(new Map<string, number>())
  const files = staged.map((file) => {
    const run = file.state.step === 'run' ? runs.get(file.state.run.id) : undefined
    return run ? { ...file, state: { step: 'run' as const, run } } : file
  })

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
    if (!result.ok) return fail(key, result.error.message, retriable.includes(result.error.code))
    const asked = result.data.kind === 'mapping' ? { needed: result.data.needed } : {}
    patch(key, { ...asked, state: { step: 'review', found: result.data, again: false } })
  }

  const send = async (key: string, file: File, sha256: string | null): Promise<void> => {
    patch(key, { state: { step: 'sending', share: 0 } })
    try {
      const upload = await sendFile(file, sha256, (share) =>
        patch(key, { state: { step: 'sending', share } }),
      )
      patch(key, { upload, state: { step: 'reading' } })
      await preview(key, upload, {})
    } catch (error) {
      fail(key, error instanceof Error ? error.message : '', false)
    }
  }

  /** An unchanged file is known by its hash before a byte of it is sent. */
  const recognise = async (key: string, file: File): Promise<void> => {
    const sha256 = await hashOf(file).catch(() => null)
    const answer = sha256 === null ? null : await recogniseFileAction({ sha256 }).catch(() => null)
    if (sha256 !== null && answer?.ok && answer.data)
      return patch(key, { state: { step: 'known', file, sha256, same: answer.data } })
    await send(key, file, sha256)
  }

  const add = (chosen: readonly File[]): void => {
    for (const file of chosen) {
      const key = `${file.name}-${file.size}-${file.lastModified}-${Math.random()}`
      const state = { step: 'checking' as const }
      setFiles((all) => [...all, { key, name: file.name, upload: null, request: {}, needed: null, state }])
      void recognise(key, file)
    }
  }

  const readAnyway = ({ key, state }: StagedFile): void => {
    if (state.step === 'known') void send(key, state.file, state.sha256)
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
    const stored = file.state.step === 'run' && file.state.run.state === 'done'
    if (file.upload && !stored) void dropStagedAction({ upload: file.upload })
  }

  const importAll = async (): Promise<void> => {
    const ready = files.filter(canImport)
    for (const { key } of ready) patch(key, { state: { step: 'starting' } })
    try {
      const started = await startRuns(ready.map(({ upload, request }) => ({ upload: upload ?? '', request })))
      for (const { key, upload } of ready) {
        const one = started.find((candidate) => candidate.upload === upload)
        if (!one || isRefusal(one)) fail(key, one?.error ?? '', true)
        else patch(key, { state: { step: 'run', run: one } })
      }
    } catch (error) {
      for (const { key } of ready) fail(key, error instanceof Error ? error.message : '', true)
    }
  }

  const start = useEffectEvent(() => {
    showRuns(initial.flatMap(({ run }) => run ?? []))
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

  return { files, add, change, readAnyway, remove, importAll, clear: () => setFiles([]) }
}
