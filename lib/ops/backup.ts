import 'server-only'
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { copyOut } from '#db/copy.ts'
import { schemaVersion } from '#db/migrate.ts'
import { assertFreeSpace } from '#lib/free-space.ts'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { type Manifest, manifestName, type TableInBackup } from './backup-format.ts'
import { verifyBackup } from './verify-backup.ts'

export type BackupReport = { file: string; rows: number; tables: number; createdAt: string }

/** About four megabytes of table at a time: one COPY, one entry of the archive. */
const pagesPerChunk = 512

const compress = promisify(gzip)
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const tableRow = z.object({ name: z.string(), pages: z.coerce.number(), columns: z.array(z.string()) })

/** Ordinary tables of the schema; what the database computes itself is left out. */
const tablesSql = `
  SELECT quote_ident(c.relname) AS name, ceil(pg_relation_size(c.oid) / 8192.0) AS pages,
         array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r'
  GROUP BY c.oid, c.relname
  ORDER BY c.relname`

const sequencesSql = `
  SELECT quote_ident(sequencename) AS name, last_value::text AS value
  FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`

async function addTable(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  { name, pages, columns }: z.infer<typeof tableRow>,
): Promise<TableInBackup> {
  const chunks: TableInBackup['chunks'] = []
  for (let page = 0; page < pages; page += pagesPerChunk) {
    const range = `ctid >= '(${page},0)'::tid AND ctid < '(${page + pagesPerChunk},0)'::tid`
    const { bytes, rows } = await copyOut(
      client,
      `COPY (SELECT ${columns.join(', ')} FROM ONLY public.${name} WHERE ${range}) TO STDOUT`,
    )
    if (rows === 0) continue
    const packed = await compress(bytes)
    const file = `tables/${name}.${String(chunks.length).padStart(5, '0')}.copy.gz`
    await archive.add(file, packed)
    chunks.push({ file, sha256: sha256(packed), rows })
  }
  return { name, columns, rows: chunks.reduce((sum, chunk) => sum + chunk.rows, 0), chunks }
}

/** One consistent moment of every table, read under the operator's role: a table it may not see stops the backup. */
async function collect(client: pg.ClientBase, archive: ArchiveWriter, now: Date): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const schema = await schemaVersion(client)
    const found = z.array(tableRow).parse((await client.query(tablesSql)).rows)
    const sequences = (await client.query<{ name: string; value: string }>(sequencesSql)).rows
    const { rows: versions } = await client.query<{ version: string }>('SELECT version()')
    await client.query('SET LOCAL ROLE minh_operator')
    const tables: TableInBackup[] = []
    for (const table of found) tables.push(await addTable(client, archive, table))
    const engine = versions[0]?.version ?? ''
    return {
      format: 'minh-backup',
      version: 1,
      createdAt: now.toISOString(),
      schema,
      engine,
      tables,
      sequences,
    }
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Writes a verified backup of the whole database to `file` (a tar of gzipped COPY text with a manifest). All or nothing. */
export async function backup(address: pg.PoolConfig, file: string, now = new Date()): Promise<BackupReport> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    const { rows } = await client.query<{ size: string }>(
      'SELECT pg_database_size(current_database()) AS size',
    )
    await assertFreeSpace(Number(rows[0]?.size ?? 0) / 2, dirname(file))
    await writeArchive(file, async (archive) => {
      const manifest = await collect(client, archive, now)
      await archive.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    })
  } finally {
    await client.end()
  }
  const manifest = await verifyBackup(file)
  return {
    file,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    tables: manifest.tables.length,
    createdAt: manifest.createdAt,
  }
}
