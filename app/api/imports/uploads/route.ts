import { sessionRoute } from '#lib/auth/route.ts'
import { AppError } from '#lib/core/errors.ts'
import { assertFreeSpace } from '#lib/free-space.ts'
import { keptFileName } from '#lib/imports/file-name.ts'
import { defaultMaxBytes, tooLarge } from '#lib/imports/read/source.ts'
import { stageUpload } from '#lib/imports/uploads.ts'

/** Takes one statement file in as the raw body; `name`, `size` and `sha256` (optional) say what must arrive. */
export const POST = sessionRoute(async (scope, request) => {
  const query = new URL(request.url).searchParams
  const size = Number(query.get('size'))
  const fileName = keptFileName(query.get('name') ?? '')
  if (!request.body || !Number.isSafeInteger(size) || size < 0 || fileName === '')
    throw new AppError('invalid', 'Send the bytes of the file, with its name and its size in the address.')
  if (size > defaultMaxBytes) throw tooLarge(defaultMaxBytes)
  await assertFreeSpace(size)
  const upload = await stageUpload(scope, { fileName, size, sha256: query.get('sha256') }, request.body)
  return Response.json({ id: upload.id }, { status: 201 })
})
