import 'server-only'
import { createHash } from 'node:crypto'
import { readArchive } from './archive.ts'
import { type Manifest, manifestName, manifestSchema } from './backup-format.ts'

/** Reads a backup from end to end: every part is there and unchanged. Throws in words for a person; gives its manifest. */
export async function verifyBackup(file: string): Promise<Manifest> {
  const sums = new Map<string, string>()
  let manifest: Manifest | undefined
  for await (const entry of readArchive(file)) {
    const bytes = await entry.read()
    if (entry.name === manifestName) manifest = parseManifest(bytes.toString('utf8'))
    else sums.set(entry.name, createHash('sha256').update(bytes).digest('hex'))
  }
  if (!manifest) throw new Error(`${file} has no manifest: it is cut short or not a backup of Minh.`)
  for (const { chunks } of manifest.tables)
    for (const chunk of chunks)
      if (sums.get(chunk.file) !== chunk.sha256)
        throw new Error(`${chunk.file} in ${file} is missing or damaged. Use another backup.`)
  return manifest
}

function parseManifest(text: string): Manifest {
  const result = manifestSchema.safeParse(JSON.parse(text))
  if (!result.success) throw new Error('The manifest is not of a version that this Minh can read.')
  return result.data
}
