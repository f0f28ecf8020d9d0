import type { AccountChoice, ImportAccountReport } from '#lib/imports/types.ts'
import type { Request } from './staged-file.ts'

export type DestinationProps = {
  account: ImportAccountReport
  /** The account's key in the file: what an answer is about. */
  fileKey: string
  /** Stored accounts it could be. */
  choices: readonly AccountChoice[]
  /** Stored accounts that share only its name. */
  namesakes: readonly AccountChoice[]
  /** The chosen account has another number than the file names: to be asked, or answered. */
  otherNumber: 'asked' | 'sure' | null
  currencyOpen: boolean
  /** A file before it in this batch that makes an account these rows may turn out to belong to. */
  earlier: string | null
  request: Request
  onChange: (request: Request) => void
}

export type Answer = NonNullable<Request['accounts']>[string]

export const isNewAnswer = (answer: Answer | undefined): answer is Extract<Answer, { new: object }> =>
  answer !== undefined && 'new' in answer
