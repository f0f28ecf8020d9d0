import type { ImportRun } from '#lib/imports/runs/types.ts'
import type { StagedImport } from '#lib/imports/schema.ts'
import type { StagedPreview } from '#lib/imports/staged.ts'
import type { MappingNeeded, RecognisedFile } from '#lib/imports/types.ts'

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
    | { step: 'checking' }
    | { step: 'known'; file: File; sha256: string; same: RecognisedFile }
    | { step: 'sending'; share: number }
    | { step: 'reading' }
    | { step: 'review'; found: StagedPreview; again: boolean }
    | { step: 'starting' }
    | { step: 'run'; run: ImportRun }
    | { step: 'failed'; message: string; retry: boolean }
}

/** Why a file cannot be imported yet: its columns, or an account that only shares the name. */
export type Open = 'columns' | 'account'

export function openQuestion({ state }: StagedFile): Open | null {
  if (state.step !== 'review') return null
  if (state.found.kind === 'mapping') return 'columns'
  return state.found.preview.asked.some(Boolean) ? 'account' : null
}

export const canImport = (file: StagedFile): boolean =>
  file.state.step === 'review' &&
  file.state.found.kind === 'preview' &&
  file.state.found.preview.accounts.length > 0 &&
  !file.state.again &&
  openQuestion(file) === null

/** Whether nothing more happens to a file by itself or by a press of "Import". */
export const isSettled = ({ state }: StagedFile): boolean =>
  state.step === 'run' && ['done', 'failed', 'cancelled'].includes(state.run.state)

/** Currencies of the accounts a file would make. */
const madeIn = ({ state }: StagedFile): string[] =>
  state.step === 'review' && state.found.kind === 'preview'
    ? state.found.preview.accounts.flatMap(({ foundBy, currency }) => (foundBy === 'new' ? currency : []))
    : []

/**
 * The nearest earlier file of the batch that makes an account in a currency in which this one makes an unnumbered account:
 * once that is stored, its rows may show that both are the same account. Null when there is none.
 */
export function earlierMaker(before: readonly StagedFile[], file: StagedFile): string | null {
  const currencies = madeIn(file)
  return before.findLast((other) => madeIn(other).some((one) => currencies.includes(one)))?.name ?? null
}
