import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { stack } from './stack.ts'

export type Person = { email: string; cookie: string; session: string; token: string }
export type PersonOptions = {
  locale?: 'en' | 'vi'
  /** With the sample household. */
  sample?: boolean
  /** With requests in the record of what left this machine. */
  egress?: boolean
  /** May set the instance's keys. */
  admin?: boolean
}

const run = promisify(execFile)

/** Calls the operator's side of the running server under plain Node; returns what it printed. */
export async function runBeside(script: string, args: readonly string[]): Promise<string> {
  const { dataDir, baseUrl } = stack()
  const node = join(process.cwd(), 'node_modules', '.bin', 'node')
  const { stdout } = await run(node, ['--conditions=react-server', script, ...args], {
    env: { ...process.env, MINH_DATA_DIR: dataDir, PUBLIC_URL: baseUrl, DATABASE_URL: '' },
  })
  return stdout
}

/** A person nobody else has, with a session and an API token. */
export async function makePerson({ locale = 'en', ...wanted }: PersonOptions = {}): Promise<Person> {
  const email = `${randomUUID()}@example.test`
  const printed = await runBeside('e2e/support/make-person.ts', [
    email,
    locale,
    ...Object.entries(wanted).flatMap(([name, wants]) => (wants ? [name] : [])),
  ])
  return JSON.parse(printed) as Person
}
