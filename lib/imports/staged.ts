import 'server-only'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { previewImport } from './mutations.ts'
import { getImport } from './queries.ts'
import { mappingRequestOf, signatureOf } from './read-with-memory.ts'
import type { StagedImport } from './schema.ts'
import type { ImportPreview, ImportReport, MappingNeeded } from './types.ts'
import { dropUpload, findUpload, uploadPath } from './uploads.ts'

export type StagedPreview =
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'mapping'; needed: MappingNeeded; refusal: string | null }

/** What importing a staged file would do, or the questions its columns leave open. Throws what a bad file throws. */
export async function previewStaged(scope: Scope, { upload, request }: StagedImport): Promise<StagedPreview> {
  const found = await findUpload(scope, upload)
  const path = await uploadPath(found)
  try {
    const preview = await previewImport(scope, { path, fileName: found.fileName, ...request })
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

/** Files of this person that a reload finds again, with the report of those that were imported meanwhile. */
export async function resumeUploads(
  scope: Scope,
  ids: readonly string[],
): Promise<{ upload: string; name: string; report: ImportReport | null }[]> {
  const found = await Promise.all(ids.map((id) => findUpload(scope, id).catch(() => null)))
  return Promise.all(
    found
      .filter((upload) => upload !== null)
      .map(async (upload) => ({
        upload: upload.id,
        name: upload.fileName,
        report: upload.importId ? await getImport(scope, upload.importId).catch(() => null) : null,
      })),
  )
}
