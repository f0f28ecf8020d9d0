import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { createDurableFs } from './durable-fs.ts'
import type { Engine } from './turnstile.ts'

export type OpenEngine = {
  engine: Engine
  greeting: Buffer
  /** A statement outside any client's turn; the turnstile must be held. */
  exec: (sql: string) => Promise<Record<string, unknown>[]>
  /** Writes everything out and closes the files. */
  close: () => Promise<void>
}

/** PGlite's own list without `-F` (no fsync), with the one sync method that its system calls really do. */
export const startParams = (durable: boolean): string[] => [
  '--single',
  ...(durable ? [] : ['-F']),
  '-O',
  '-j',
  ...[
    'search_path=public',
    'exit_on_error=false',
    'log_checkpoints=false',
    'max_worker_processes=0',
    'max_parallel_workers=0',
    'max_parallel_workers_per_gather=0',
    'max_parallel_maintenance_workers=0',
    'io_method=sync',
    'wal_sync_method=fsync',
    'max_wal_size=128MB',
    'min_wal_size=32MB',
  ].flatMap((setting) => ['-c', setting]),
]

/** Opens the files of `databaseDir` (the lock must be held); null opens a database in memory, for tests. */
export async function openEngine(databaseDir: string | null): Promise<OpenEngine> {
  const durable = databaseDir ? createDurableFs(databaseDir) : null
  const database = await PGlite.create({
    ...(durable ? { fs: durable.fs } : {}),
    extensions: { pg_trgm, amcheck },
    startParams: startParams(durable !== null),
  })
  const engine: Engine = {
    run: (bytes, onData) => database.execProtocolRawStream(bytes, { syncToFs: false, onRawData: onData }),
  }
  const exec = async (sql: string) =>
    (await database.exec(sql)).flatMap((result) => result.rows as Record<string, unknown>[])
  if (durable) {
    const before = durable.syncs()
    await exec("SELECT pg_logical_emit_message(true, 'minh', 'self-test')")
    if (durable.syncs() === before)
      throw new Error(
        'A commit did not reach the disk (no fsync): this version of the database engine is not safe.',
      )
  }
  return { engine, greeting: await greetingOf(engine), exec, close: () => database.close() }
}

async function greetingOf(engine: Engine): Promise<Buffer> {
  const parameters = Buffer.from('user\0postgres\0database\0postgres\0\0')
  const packet = Buffer.alloc(8)
  packet.writeInt32BE(parameters.length + 8, 0)
  packet.writeInt32BE(196608, 4)
  const pieces: Buffer[] = []
  await engine.run(Buffer.concat([packet, parameters]), (piece) => pieces.push(Buffer.from(piece)))
  return Buffer.concat(pieces)
}
