import 'server-only'
import { resolve } from 'node:path'
import { z } from 'zod'
import { isLoopbackHost } from './loopback.ts'

/** How new people get in: only the first one, anyone, or by invitation. */
export type Signup = 'first' | 'open' | 'invite'

/** The whole configuration; every path is absolute, every address checked. */
export type Env = {
  port: number
  host: string
  /** The origin people open, without a trailing slash: the only base of links, cookies and origin checks. */
  publicUrl: string
  dataDir: string
  /** Null means the embedded database in `dataDir`. */
  databaseUrl: string | null
  /** Null means mail is kept and not sent. */
  smtpUrl: string | null
  /** An RFC 5322 mailbox, `Name <a@b>` or `a@b`. */
  mailFrom: string
  masterKeyFile: string
  signup: Signup
  production: boolean
  /** Where the person stood when calling `npm run`: relative file arguments are meant from there. */
  invokedFrom: string
  warnings: string[]
}

export type EnvResult = { ok: true; env: Env } | { ok: false; problems: string[] }

const isUrlOf = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(65535))

const isOrigin = (text: string) => isUrlOf(['http:', 'https:'])(text) && isBare(new URL(text))
const isBare = (url: URL) => `${url.pathname}${url.search}${url.hash}${url.username}${url.password}` === '/'

const variables = {
  PORT: [port, 'a port number from 1 to 65535, for example PORT=3000'],
  HOST: [z.string().regex(/^[\w.:-]+$/), 'an address to listen on, for example HOST=127.0.0.1'],
  PUBLIC_URL: [
    z.string().refine(isOrigin),
    'the address people open, without a path, for example PUBLIC_URL=https://money.example.org',
  ],
  MINH_DATA_DIR: [z.string(), 'a folder, for example MINH_DATA_DIR=.data'],
  DATABASE_URL: [
    z.string().refine(isUrlOf(['postgres:', 'postgresql:'])),
    'a PostgreSQL address, for example DATABASE_URL=postgres://minh:password@127.0.0.1:5432/minh',
  ],
  SMTP_URL: [
    z.string().refine(isUrlOf(['smtp:', 'smtps:'])),
    'a mail server, for example SMTP_URL=smtps://user:password@mail.example.org:465',
  ],
  MAIL_FROM: [
    z.string().regex(/^(?:[^<>\r\n@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/),
    'a sender, for example MAIL_FROM="Minh <minh@example.org>"',
  ],
  MINH_MASTER_KEY_FILE: [z.string(), 'a file, for example MINH_MASTER_KEY_FILE=/etc/minh/master.key'],
  SIGNUP: [z.enum(['first', 'open', 'invite']), 'first, open or invite'],
} as const

type Name = keyof typeof variables
type Source = Record<string, string | undefined>

/** Checks a set of environment variables. Pure; a problem names its variable and never repeats a secret value. */
export function parseEnv(source: Source): EnvResult {
  const problems: string[] = []
  const read = <N extends Name>(name: N): z.output<(typeof variables)[N][0]> | undefined => {
    const text = source[name]?.trim()
    if (!text) return undefined
    const [schema, expected] = variables[name]
    const result = schema.safeParse(text)
    if (result.success) return result.data as z.output<(typeof variables)[N][0]>
    problems.push(`${name} must be ${expected}. Correct it, or remove it to use the default.`)
    return undefined
  }
  const listenPort = read('PORT') ?? 3000
  const host = read('HOST') ?? '127.0.0.1'
  const publicUrl = new URL(read('PUBLIC_URL') ?? `http://localhost:${listenPort}`)
  const dataDir = resolve(/* turbopackIgnore: true */ read('MINH_DATA_DIR') ?? '.data')
  const mailFrom = read('MAIL_FROM')
  const env: Env = {
    port: listenPort,
    host,
    publicUrl: publicUrl.origin,
    dataDir,
    databaseUrl: read('DATABASE_URL') ?? null,
    smtpUrl: read('SMTP_URL') ?? null,
    mailFrom: mailFrom ?? `Minh <minh@${publicUrl.hostname}>`,
    masterKeyFile: resolve(
      /* turbopackIgnore: true */ read('MINH_MASTER_KEY_FILE') ?? `${dataDir}/secrets/master.key`,
    ),
    signup: read('SIGNUP') ?? 'first',
    production: source.NODE_ENV === 'production',
    invokedFrom: source.INIT_CWD ?? process.cwd(),
    warnings: [],
  }
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    env: { ...env, warnings: warningsOf(env, mailFrom !== undefined, 'PUBLIC_URL' in source) },
  }
}

function warningsOf(env: Env, mailFromSet: boolean, publicUrlSet: boolean): string[] {
  const warnings: string[] = []
  const url = new URL(env.publicUrl)
  if (url.protocol !== 'https:' && !isLoopbackHost(url.hostname))
    warnings.push(
      `PUBLIC_URL (${env.publicUrl}) is not https: sign-ins and figures cross the network in the clear. Put a TLS proxy in front and set PUBLIC_URL=https://…`,
    )
  if (!publicUrlSet && !isLoopbackHost(env.host))
    warnings.push(
      `HOST is ${env.host} but PUBLIC_URL is not set: links and sign-in work only at ${env.publicUrl}. Set PUBLIC_URL to the address people open.`,
    )
  if (env.smtpUrl && !mailFromSet)
    warnings.push(`SMTP_URL is set but MAIL_FROM is not: mail is sent as ${env.mailFrom}. Set MAIL_FROM.`)
  return warnings
}

let cached: Env | undefined

/** The configuration of this process, read once on first use. Throws an Error that lists every problem. */
export function env(): Env {
  if (cached) return cached
  const result = parseEnv(process.env)
  if (!result.ok) throw new Error(`The configuration is not usable:\n- ${result.problems.join('\n- ')}`)
  cached = result.env
  return cached
}

/** A provider's keys in the environment, in the names of its settings: `PLAID_CLIENT_ID` is `clientId` of `plaid`. */
export function providerVariables(provider: string, source: Source = process.env): Record<string, string> {
  const prefix = `${provider.toUpperCase()}_`
  const camel = (name: string) =>
    name.toLowerCase().replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) =>
      name.startsWith(prefix) && value?.trim() ? [[camel(name.slice(prefix.length)), value.trim()]] : [],
    ),
  )
}

/** The variables a child process inherits; the one other door to `process.env`. */
export const childEnvironment = (extra: Partial<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...extra,
})

/** next-auth reads these by itself: pin its address to ours, so that no request header can change it. */
export function pinPublicUrl(): void {
  process.env.NEXTAUTH_URL = env().publicUrl
  delete process.env.AUTH_TRUST_HOST
}
