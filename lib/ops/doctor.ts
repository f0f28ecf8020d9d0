import 'server-only'
import { existsSync, statSync } from 'node:fs'
import { createConnection } from 'node:net'
import pg from 'pg'
import { lockHolder } from '#db/embedded/lock.ts'
import { answers } from '#db/embedded/open.ts'
import { embeddedPaths } from '#db/embedded/paths.ts'
import { embeddedAddress } from '#db/embedded/socket-address.ts'
import { appliedMigrations, knownMigrations, pendingMigrations } from '#db/migrate.ts'
import { type Env, env } from '#lib/env.ts'
import { freeSpace, megabytes } from '#lib/free-space.ts'
import { parseMasterKey } from '#lib/secrets/master-key.ts'
import { readSecretFile } from '#lib/secrets/secret-file.ts'
import { newestBackupAt } from './nightly.ts'

export type Finding = { level: 'ok' | 'note' | 'problem'; subject: string; text: string }

type Check = (settings: Env) => Promise<Finding> | Finding

const ok = (subject: string, text: string): Finding => ({ level: 'ok', subject, text })
const note = (subject: string, text: string): Finding => ({ level: 'note', subject, text })
const problem = (subject: string, text: string): Finding => ({ level: 'problem', subject, text })

const checkFolder: Check = ({ dataDir }) => {
  if (!existsSync(dataDir)) return note('data folder', `${dataDir} is not there yet; npm start makes it.`)
  const open = process.platform !== 'win32' && (statSync(dataDir).mode & 0o077) !== 0
  return open
    ? problem('data folder', `Other users can enter ${dataDir}. Run: chmod 700 ${dataDir}`)
    : ok('data folder', dataDir)
}

const checkLock: Check = async ({ dataDir, databaseUrl }) => {
  if (databaseUrl) return ok('lock', 'The server of DATABASE_URL looks after its own files.')
  const holder = lockHolder(embeddedPaths(dataDir))
  if (!holder) return ok('lock', 'Nobody has the database open.')
  const who = holder === 'unknown' ? 'a process' : `process ${holder.pid}`
  if (await answers(embeddedAddress(dataDir))) return ok('lock', `Open and answering (${who}).`)
  return problem(
    'lock',
    `Open by ${who}, but it does not answer. Wait a minute; if it stays so, stop Minh and start it again.`,
  )
}

const checkStore: Check = async ({ dataDir, databaseUrl }) => {
  const address = databaseUrl ? { connectionString: databaseUrl } : embeddedAddress(dataDir)
  if (!(await answers(address)))
    return databaseUrl
      ? problem('store', 'No database answers at DATABASE_URL. Start it, or correct the address.')
      : note('store', 'Not running. Start it with npm start, then ask again for a check of the tables.')
  const client = new pg.Client(address)
  await client.connect()
  try {
    const left = pendingMigrations(knownMigrations(), await appliedMigrations(client)).length
    if (left > 0) return problem('store', `${left} updates are missing. Run npm start once.`)
    const { rows } = await client.query<{ version: string; size: string }>(
      `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size`,
    )
    const [found] = rows
    return ok('store', `PostgreSQL ${found?.version}, ${megabytes(Number(found?.size ?? 0))} MB, up to date.`)
  } finally {
    await client.end()
  }
}

const wantedFreeBytes = 512 * 1024 * 1024

const checkDisk: Check = async ({ dataDir }) => {
  if (!existsSync(dataDir)) return note('disk', 'Checked once the data folder is there.')
  const free = await freeSpace(dataDir)
  const text = `${megabytes(free)} MB free.`
  return free < wantedFreeBytes
    ? problem('disk', `${text} Make room: below 64 MB imports and backups are refused.`)
    : ok('disk', text)
}

const checkKey: Check = ({ masterKeyFile, dataDir }) => {
  if (!existsSync(masterKeyFile))
    return note('master key', `${masterKeyFile} is not there yet; npm start makes it.`)
  parseMasterKey(readSecretFile(masterKeyFile, 'master key'), masterKeyFile)
  return masterKeyFile.startsWith(dataDir)
    ? note(
        'master key',
        `${masterKeyFile} is fine, but lies with the data. Keep a copy elsewhere; a backup does not hold it.`,
      )
    : ok('master key', masterKeyFile)
}

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 5000 })
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })

const checkMail: Check = async ({ smtpUrl, mailFrom }) => {
  if (!smtpUrl)
    return note('mail', 'SMTP_URL is not set: mails are kept and readable in Settings, and not sent.')
  const url = new URL(smtpUrl)
  const port = Number(url.port || (url.protocol === 'smtps:' ? 465 : 587))
  return (await reaches(url.hostname, port))
    ? ok('mail', `${url.hostname}:${port} answers; mails come from ${mailFrom}.`)
    : problem('mail', `${url.hostname}:${port} does not answer. Check SMTP_URL and the firewall.`)
}

const checkBackups: Check = ({ dataDir }) => {
  const newest = existsSync(dataDir) ? newestBackupAt(dataDir) : null
  if (!newest) return note('backups', 'None yet. A running server makes one every night.')
  const hours = Math.floor((Date.now() - newest.getTime()) / 3_600_000)
  const text = `The newest nightly backup is ${hours} hours old.`
  return hours > 48
    ? problem('backups', `${text} Keep the server running, or run the command backup.`)
    : ok('backups', text)
}

const checks: Record<string, Check> = {
  'data folder': checkFolder,
  lock: checkLock,
  store: checkStore,
  disk: checkDisk,
  'master key': checkKey,
  mail: checkMail,
  backups: checkBackups,
}

/** Looks at everything an instance stands on; changes nothing. A check that fails is a finding itself. */
export async function doctor(settings: Env = env()): Promise<Finding[]> {
  const findings = settings.warnings.map((text) => note('configuration', text))
  for (const [subject, check] of Object.entries(checks)) {
    try {
      findings.push(await check(settings))
    } catch (error) {
      findings.push(problem(subject, error instanceof Error ? error.message : String(error)))
    }
  }
  return findings
}
