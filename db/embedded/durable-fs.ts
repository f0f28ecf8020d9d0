import { fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { z } from 'zod'

type InitOptions = Parameters<NodeFS['init']>[1]

/** A file stream of the engine's file system: the descriptor is Node's. */
const stream = z.looseObject({ nfd: z.number() })

export type DurableFs = { fs: NodeFS; syncs: () => number }

/**
 * The engine's files on disk, with an fsync that reaches the disk: the stock one does nothing.
 * `syncs` counts them, so that start-up can prove that a commit makes one.
 */
export function createDurableFs(databaseDir: string): DurableFs {
  let count = 0
  const durable = new NodeFS(databaseDir)
  const stockInit = durable.init.bind(durable)
  durable.init = async (database: PGlite, options: InitOptions) => {
    const prepared = await stockInit(database, options)
    const install = (module: { FS: { filesystems: object } }): void => {
      const operations: unknown = Reflect.get(Reflect.get(module.FS.filesystems, 'NODEFS'), 'stream_ops')
      if (typeof operations !== 'object' || operations === null) throw new Error('The engine has no NODEFS.')
      Reflect.set(operations, 'fsync', (candidate: unknown): number => {
        fsyncSync(stream.parse(candidate).nfd)
        count += 1
        return 0
      })
    }
    const { emscriptenOpts } = prepared
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [install, ...(emscriptenOpts.preRun ?? [])] } }
  }
  return { fs: durable, syncs: () => count }
}
