import { existsSync, readFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'
import { z } from 'zod'
import { embeddedPaths, socketPort } from './paths.ts'

const written = z.object({ host: z.string(), port: z.number().int() })

/** The address of the embedded database of a data folder: its Unix socket, or the loopback port on Windows. */
export function embeddedAddress(dataDir: string): PoolConfig {
  const paths = embeddedPaths(dataDir)
  const session = { user: 'postgres', database: 'postgres', ssl: false }
  if (process.platform !== 'win32') return { host: paths.socketDir, port: socketPort, ...session }
  if (!existsSync(paths.addressFile)) return { host: '127.0.0.1', port: 1, ...session }
  const { host, port } = written.parse(JSON.parse(readFileSync(paths.addressFile, 'utf8')))
  return { host, port, ...session }
}
