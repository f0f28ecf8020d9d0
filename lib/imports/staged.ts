import 'server-only'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { previewImport } from './mutations.ts'
import { mappingRequestOf, signatureOf } from './read-with-memory.ts'
import { listRuns, runsOfUploads } from './runs/queries.ts'
import type { ImportRun } from './runs/types.ts'
import type { StagedImport } from './schema.ts'
import type { ImportPreview, MappingNeeded } from './types.ts'
import { dropUpload, findUpload, uploadPath } from './uploads.ts'

export type StagedPreview =
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'mapping'; needed: MappingNeeded; refusal: string | null }

/** What importing a staged file would do, or the questions its columns leave open. Throws what a bad file throws. */
export async function previewStaged(scope: Scope, { upload, request }: StagedImport): Promise<StagedPreview> {
  const found = await findUpload(scope, upload)
  const path = await uploadPath(found)
  try {
    const preview = await previewImport(scope, { path, fileName: found.fileName, ...request, asks: true })
    return { kind: 'preview', preview }
  } catch (error) {
    const asked = mappingRequestOf(error)
    if (!asked) throw error
    const signature = signatureOf(asked.columns)
    const refusal = isAppError(error) ? error.message : null
    return { kind: 'mapping', needed: { request: asked, signature }, refusal }
  }
}

export const dropStaged = (scope: Scope, { upload }: { upload: string }): Promise<void> =>
  dropUpload(scope, upload)

export type ResumedFile = { upload: string; name: string; run: ImportRun | null }

/**
 * Files of this person that the page shows when it is opened: those its address names, each with its run, then every run that
 * is under way or ended unseen.
 */
export async function resumeFiles(scope: Scope, ids: readonly string[]): Promise<ResumedFile[]> {
  const found = await Promise.all(ids.map((id) => findUpload(scope, id).catch(() => null)))
  const uploads = found.filter((upload) => upload !== null)
  const [runs, open] = await Promise.all([
    runsOfUploads(
      scope,
      uploads.map((upload) => upload.id),
    ),
    listRuns(scope),
  ])
  const named = uploads.map((upload) => ({
    upload: upload.id,
    name: upload.fileName,
    run: runs.find((run) => run.upload === upload.id) ?? null,
  }))
  const others = open.filter((run) => !uploads.some((upload) => upload.id === run.upload))
  return [...named, ...others.map((run) => ({ upload: run.upload, name: run.fileName, run }))]
}
