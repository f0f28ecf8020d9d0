import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A tar file (ustar) written entry by entry, so that any tool can open a backup. */
export type ArchiveWriter = { add: (name: string, bytes: Buffer) => Promise<void> }

const blockBytes = 512
const ending = Buffer.alloc(blockBytes * 2)

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(blockBytes)
  const octal = (value: number, at: number, width: number): void =>
    void block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'ascii')
  block.write(name, 0, 100, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  block.write('        0', 148, 'ascii')
  block.write('ustar\0' + '00', 257, 'ascii')
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  )
  return block
}

const padding = (size: number): Buffer => Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes)

/** Writes an archive beside `path` and moves it there when it is whole: a failure leaves nothing. Mode 0600. */
export async function writeArchive(
  path: string,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  await rm(draft, { force: true })
  const file = await open(draft, 'wx', 0o600)
  try {
    try {
      await fill({
        add: async (name, bytes) => {
          if (Buffer.byteLength(name) > 100) throw new RangeError(`'${name}' is too long for an archive.`)
          for (const part of [header(name, bytes.length), bytes, padding(bytes.length)])
            await file.writeFile(part)
        },
      })
      await file.writeFile(ending)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

export type ArchiveEntry = { name: string; size: number; read: () => Promise<Buffer> }

const largestEntry = 256 * 1024 * 1024

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  if (bytesRead < length) throw new Error('The file is cut short.')
  return bytes
}

/** Goes through an archive's entries in order; a cut or foreign file throws. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new Error(`${path} cannot be read.`, { cause: error })
  })
  try {
    for (let position = 0; ; ) {
      const block = await readAt(file, position, blockBytes)
      if (block.every((byte) => byte === 0)) return
      const size = Number.parseInt(block.toString('ascii', 124, 135), 8)
      if (block.toString('ascii', 257, 262) !== 'ustar' || !(size <= largestEntry))
        throw new Error('The file is not a backup of Minh.')
      const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '')
      const start = position + blockBytes
      yield { name, size, read: () => readAt(file, start, size) }
      position = start + size + padding(size).length
    }
  } finally {
    await file.close()
  }
}
