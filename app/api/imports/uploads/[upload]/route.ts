import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { parseInput } from '#lib/auth/action.ts'
import { reportError } from '#lib/auth/report-error.ts'
import { sessionRoute } from '#lib/auth/route.ts'
import { sayError } from '#lib/auth/say-error.ts'
import { isAppError } from '#lib/core/errors.ts'
import { progressLine } from '#lib/imports/progress-line.ts'
import { stagedImportSchema } from '#lib/imports/schema.ts'
import { findUpload, settleUpload, uploadPath } from '#lib/imports/uploads.ts'
import { assertFreeSpace } from '#lib/free-space.ts'

/**
 * Imports a staged file. Answers with a line of JSON for each step, the last one being the import's id or an error. It goes on
 * when nobody listens any more: the page finds the result when it comes back.
 */
export const POST = sessionRoute<{ upload: string }>(async (scope, request, params) => {
  const { upload: id, request: asked } = parseInput(stagedImportSchema, {
    upload: params.upload,
    request: await request.json(),
  })
  const upload = await findUpload(scope, id)
  await assertFreeSpace(upload.size * 8)
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const tell = (line: Parameters<typeof progressLine>[0]) => {
    writer.write(progressLine(line)).catch(() => undefined)
  }
  const work = async () => {
    try {
      const path = await uploadPath(upload)
      const onProgress = (progress: Parameters<typeof tell>[0]) => tell(progress)
      const report = await importWithAlerts(
        scope,
        { path, fileName: upload.fileName, ...asked },
        { onProgress },
      )
      await settleUpload(upload, report.id)
      tell({ phase: 'done', importId: report.id })
    } catch (error) {
      const said = isAppError(error) ? error : reportError(error, 'import')
      tell({ phase: 'failed', message: sayError(said, scope.locale).message })
    }
    await writer.close().catch(() => undefined)
  }
  void work()
  return new Response(readable, { headers: { 'content-type': 'application/x-ndjson' } })
})
