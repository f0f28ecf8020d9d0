import type { ProgressLine } from '#lib/imports/progress-line.ts'
import type { StagedImport } from '#lib/imports/schema.ts'
import type { StagedPreview } from '#lib/imports/staged.ts'
import type { ImportReport, MappingNeeded } from '#lib/imports/types.ts'

export type Request = StagedImport['request']

/** One file in the wizard, from the moment it is chosen to its result. */
export type StagedFile = {
  /** Stays the same while the upload gets its id. */
  key: string
  name: string
  upload: string | null
  request: Request
  /** The questions of its columns, once they were asked: the answers can be changed until the import. */
  needed: MappingNeeded | null
  state:
    | { step: 'sending'; share: number }
    | { step: 'reading' }
    | { step: 'review'; found: StagedPreview; again: boolean }
    | { step: 'importing'; progress: ProgressLine | null }
    | { step: 'done'; importId: string; report: ImportReport | null }
    | { step: 'failed'; message: string; retry: boolean }
}

/** What the server knows about a file that was staged before the page was loaded. */
export type ResumedFile = { upload: string; name: string; report: ImportReport | null }

export const canImport = (file: StagedFile): boolean =>
  file.state.step === 'review' && file.state.found.kind === 'preview' && !file.state.again
