import 'server-only'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { AppError, isAppError } from '#lib/core/errors.ts'
import { assertFreeSpace } from '#lib/free-space.ts'
import { keptFileName } from '#lib/imports/file-name.ts'
import { defaultMaxBytes, tooLarge } from '#lib/imports/read/source.ts'
import { type ImportRequest, importRequestSchema } from '#lib/imports/schema.ts'
import { passingFile, writeBytes } from '#lib/imports/statement-file.ts'
import { checked } from './checked.ts'

export type ReceivedStatement = { path: string; fileName: string; request: ImportRequest; hash: string }

type Parts = { fileName: string | null; fields: Record<string, string> }

const allowance = 64 * 1024

const badForm = (message: string): AppError =>
  new AppError('invalid', message, { errors: [{ path: 'file', message }] })

function parserOf(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: Object.fromEntries(request.headers),
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: allowance, parts: 12 },
    })
  } catch {
    throw badForm('Send the statement as multipart/form-data, in a field called file.')
  }
}

const malformed = (): AppError => badForm('The form is cut or malformed. Send it again.')

/**
 * Reads the form; the file goes to `path` as it arrives, so that its size never matters to memory. What is wrong with the
 * file itself is told before what that did to the form.
 */
function readForm(request: Request, path: string, onChunk: (chunk: Uint8Array) => void): Promise<Parts> {
  const parser = parserOf(request)
  const { body } = request
  if (!body) throw badForm('The request has no body.')
  const parts: Parts = { fileName: null, fields: {} }
  let written: Promise<unknown> = Promise.resolve()
  return new Promise((done, failed) => {
    const source = Readable.fromWeb(body as ReadableStream)
    const refuse = (error: AppError): void => {
      parser.destroy()
      written.then(
        () => failed(error),
        (first: unknown) => failed(isAppError(first) ? first : error),
      )
    }
    parser.on('file', (field, stream, info) => {
      stream.on('error', () => refuse(malformed()))
      if (field !== 'file') return stream.resume()
      parts.fileName = keptFileName(info.filename ?? '') || 'statement'
      written = writeBytes(path, stream, defaultMaxBytes, onChunk)
      written.catch(() => refuse(malformed()))
    })
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated) refuse(badForm(`The field ${name} is too long.`))
      if (Object.hasOwn(parts.fields, name))
        refuse(badForm(`The field ${name} is there twice. Send it once.`))
      parts.fields[name] = value
    })
    parser.on('filesLimit', () => refuse(badForm('The form holds several files. Send one file a request.')))
    parser.on('partsLimit', () =>
      refuse(badForm('The form has too many parts. Send one file and its fields.')),
    )
    parser.on('error', () => refuse(malformed()))
    parser.on('close', () => written.then(() => done(parts), failed))
    source.on('error', () => refuse(badForm('The upload ended before it was complete. Send it again.')))
    source.pipe(parser)
  })
}

function mappingOf(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', 'mapping is not JSON.', {
      errors: [{ path: 'mapping', message: 'not JSON' }],
    })
  }
}

/**
 * Spools the `file` of a multipart request to disk and checks the other fields, then lends both; the copy is removed
 * afterwards, whatever happens. Throws `too_large` above the limit and `invalid` for a form that is not one.
 */
export async function withStatement<T>(
  request: Request,
  use: (statement: ReceivedStatement) => Promise<T>,
): Promise<T> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > defaultMaxBytes + allowance) throw tooLarge(defaultMaxBytes)
  await assertFreeSpace(announced)
  const path = await passingFile()
  const digest = createHash('sha256')
  try {
    const { fileName, fields } = await readForm(request, path, (chunk) => digest.update(chunk))
    if (fileName === null) throw badForm('The form has no field called file.')
    const { mapping, ...rest } = fields
    const asked = checked(importRequestSchema, { ...rest, mapping: mappingOf(mapping) }, 'form')
    const hash = digest.update(JSON.stringify(fields)).digest('hex')
    return await use({ path, fileName, request: asked, hash })
  } finally {
    await rm(path, { force: true })
  }
}
