import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the servers of this run are; written by the set-up, read by every worker. */
export type Stack = {
  baseUrl: string
  dataDir: string
  mailDir: string
  /** Where the server's processes write down whom they connect to. */
  destinations: string
}

const file = join(process.cwd(), '.build', 'e2e-stack.json')

export const saveStack = (stack: Stack): void => writeFileSync(file, JSON.stringify(stack))

export const stack = (): Stack => JSON.parse(readFileSync(file, 'utf8')) as Stack
