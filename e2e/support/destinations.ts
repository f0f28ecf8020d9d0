import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One thing a process of the server did: it began, asked for a name, or connected to a host or a local socket. */
export type Destination = {
  script: string
  pid: number
  what: 'began' | 'lookup' | 'connect' | 'datagram' | 'socket'
  host: string
}

/** What a process must be started with, so that it and its children write down where they connect to. */
export const recording = (file: string): { NODE_OPTIONS: string; MINH_E2E_DESTINATIONS: string } => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(process.cwd(), 'e2e', 'support', 'record-destinations.mjs')).href}`,
  MINH_E2E_DESTINATIONS: file,
})

export const destinationsIn = (file: string): Destination[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Destination)
    : []

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/

/** Whether it went to another machine; a local socket and this machine's own addresses do not. */
export const leaves = ({ what, host }: Destination): boolean =>
  what !== 'began' && what !== 'socket' && !loopback.test(host)
