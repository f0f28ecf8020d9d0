import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { isAppError } from '#lib/core/errors.ts'
import { withStatement } from './receive-statement.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'minh-receive-'))
vi.stubEnv('MINH_DATA_DIR', dataDir)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const sent = (body: ConstructorParameters<typeof Request>[1] & object) =>
  new Request('http://localhost/api/v1/imports', { method: 'POST', ...body })

const formOf = (...parts: [string, string | File][]) => {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  return form
}

/** What came of a form: what the file was called, or the status and the words of the refusal. */
const received = (request: Request) =>
  withStatement(request, async ({ fileName }) => fileName).catch((error: unknown) =>
    isAppError(error) ? `${error.status} ${error.message}` : Promise.reject(error),
  )

const file = (name = 'march.csv', bytes: BlobPart = 'Date,Amount\n') => new File([bytes], name)

it('takes one file, and refuses a form with two rather than drop one', async () => {
  expect(await received(sent({ body: formOf(['file', file()]) }))).toBe('march.csv')
  const two = formOf(['file', file()], ['file', file('april.csv')])
  expect(await received(sent({ body: two }))).toBe(
    '422 The form holds several files. Send one file a request.',
  )
})

it('refuses a field that is there twice', async () => {
  const twice = formOf(['accountName', 'One'], ['accountName', 'Two'], ['file', file()])
  expect(await received(sent({ body: twice }))).toMatch(/^422 .*accountName is there twice/)
})

it('calls a file that is too large so, however little it is', async () => {
  const large = formOf(['file', file('large.csv', new Uint8Array(50 * 1024 * 1024 + 1))])
  expect(await received(sent({ body: large }))).toMatch(/^413 The file is larger than 50 MB/)
})

it('ends when the sender goes away in the middle of the file', async () => {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nDate,'
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    pull: (controller) => controller.error(new Error('gone')),
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(await received(sent({ body, headers, duplex: 'half' } as object))).toMatch(
    /^422 .*before it was complete/,
  )
  expect(existsSync(join(dataDir, 'uploads')) ? readdirSync(join(dataDir, 'uploads')) : []).toEqual([])
})

it('keeps a name that can be stored, and refuses a field that cannot', async () => {
  const body =
    "--x\r\nContent-Disposition: form-data; name=file; filename*=UTF-8''a%00b.csv\r\n\r\nDate\r\n--x--\r\n"
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(await received(sent({ body, headers }))).toBe('a b.csv')
  const named = formOf(['accountName', 'N\u0000U'], ['file', file()])
  expect(await received(sent({ body: named }))).toMatch(/^422 .*accountName/)
})
