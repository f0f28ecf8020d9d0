import { crc32, createInflateRaw } from 'node:zlib'
import { refuse } from '../refusal.ts'

/** The largest sum of uncompressed sizes that is read: about 150,000 rows. */
const mostBytes = 50 * 1024 * 1024
const mostEntries = 2000
/** Tags cost more memory than text: a sheet of 100,000 rows and six columns has 2.6 million. */
const mostTags = 4_000_000

const damaged = () =>
  refuse('workbookBroken', 'This Excel file is damaged or cut off. Download it from the bank again.')

const tooBig = () =>
  refuse('workbookTooBig', 'Unpacked, this Excel file is larger than 50 MB. Export a shorter period.', {
    limit: '50 MB',
  })

export const encrypted = () =>
  refuse('encrypted', 'This file is protected by a password. Save a copy without one and import that.')

type ZipEntry = {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  header: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/** The entries of the central directory. Throws when there is none, and for passwords. */
function entriesOf(bytes: Buffer): ZipEntry[] {
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && bytes.readUInt32LE(end) !== endOfDirectory) end--
  if (end < lowest) throw damaged()
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > mostEntries) throw tooBig()
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw damaged()
    if (bytes.readUInt16LE(at + 8) & 1) throw encrypted()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      header: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function tagsIn(piece: Uint8Array): number {
  let count = 0
  for (const byte of piece) if (byte === 60) count++
  return count
}

/** Unpacks an entry piece by piece, keeping nothing: its size and checksum must be what the directory says. */
async function checkEntry(bytes: Buffer, entry: ZipEntry, budget: { tags: number }): Promise<void> {
  const { header, packed, size, method } = entry
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== localHeader) throw damaged()
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  if (start + packed > bytes.length) throw damaged()
  const data = bytes.subarray(start, start + packed)
  if (method === 0) {
    if (packed !== size || crc32(data) !== entry.crc) throw damaged()
    budget.tags -= tagsIn(data)
    if (budget.tags < 0) throw tooBig()
    return
  }
  if (method !== 8) throw damaged()
  let have = 0
  let crc = 0
  const inflate = createInflateRaw()
  inflate.end(data)
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      have += piece.length
      if (have > size) break
      crc = crc32(piece, crc)
      budget.tags -= tagsIn(piece)
      if (budget.tags < 0) break
    }
  } catch {
    throw damaged()
  } finally {
    inflate.destroy()
  }
  if (budget.tags < 0) throw tooBig()
  if (have !== size || crc !== entry.crc) throw damaged()
}

/**
 * Says what a ZIP archive holds, after making sure that it unpacks to what its directory promises and to no more than
 * 50 MB. Throws AppError for archives that are damaged, encrypted or too large. Nothing is written anywhere.
 */
export async function kindOfZip(bytes: Buffer): Promise<'workbook' | 'document' | 'archive'> {
  const entries = entriesOf(bytes)
  const names = new Set(entries.map((entry) => entry.name))
  const kind =
    names.has('xl/workbook.xml') || names.has('xl/workbook.bin')
      ? 'workbook'
      : names.has('word/document.xml') || names.has('ppt/presentation.xml')
        ? 'document'
        : 'archive'
  if (kind !== 'workbook') return kind
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > mostBytes) throw tooBig()
  const budget = { tags: mostTags }
  for (const entry of entries) if (!entry.name.endsWith('/')) await checkEntry(bytes, entry, budget)
  return kind
}
