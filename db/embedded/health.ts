/** `external` is a server of DATABASE_URL: somebody else looks after it. */
export type DatabaseState = 'external' | 'starting' | 'ready' | 'restarting' | 'failed' | 'stopped'

export type DatabaseHealth = { state: DatabaseState; restarts: number; lastProblem: string | null }

let current: () => DatabaseHealth = () => ({ state: 'external', restarts: 0, lastProblem: null })

/** The supervisor of this process says how to ask it. */
export function reportHealthFrom(source: () => DatabaseHealth): void {
  current = source
}

/** The state of the database as this process knows it; processes that do not run it see `external`. */
export const databaseHealth = (): DatabaseHealth => current()

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '25P03',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
])

const connectionWords =
  /Query read timeout|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/i

/** Whether an error of `pg` means "the database is away for a moment" (503) and not "the statement is wrong". */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = Reflect.get(error, 'code')
  // A missing socket, and not any other missing file.
  if (code === 'ENOENT') return Reflect.get(error, 'syscall') === 'connect'
  if (typeof code === 'string' && connectionCodes.has(code)) return true
  return connectionWords.test(error.message) || (error.cause !== undefined && isDatabaseAway(error.cause))
}
