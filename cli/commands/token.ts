import { cliScope } from '#lib/auth/process-scope.ts'
import { createApiToken } from '#lib/users/mutations.ts'
import { type Command, printJson, readArguments, UsageError } from '../command.ts'
import { withReadyStore } from '../with-store.ts'

const text = { type: 'string' } as const
const known = ['read', 'write'] as const

function scopesOf(list: string): ('read' | 'write')[] {
  const names = list.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !known.some((scope) => scope === name))
  if (unknown !== undefined) throw new UsageError(`'${unknown}' is not a scope: read, write or read,write.`)
  return known.filter((scope) => names.includes(scope))
}

function expiryOf(days: string | boolean | undefined): Date | null {
  if (days === undefined) return null
  const count = Number(days)
  if (!Number.isInteger(count) || count < 1 || count > 3650)
    throw new UsageError('--expires-in-days takes a whole number from 1 to 3650.')
  return new Date(Date.now() + count * 86_400_000)
}

export const tokenCreateCommand: Command = {
  name: 'token create',
  usage: '--email E --scopes read,write [--name N] [--expires-in-days D]',
  summary: 'Make an API token for a person.',
  details:
    'Prints {"token": "…"} once; only its hash is kept. It is listed and revoked in Settings → API tokens.',
  run: async (args) => {
    const { values } = readArguments(
      args,
      { email: text, scopes: text, name: text, 'expires-in-days': text },
      [0, 0],
    )
    if (!values.email) throw new UsageError('--email is missing.')
    const scopes = scopesOf(String(values.scopes ?? 'read'))
    const expiresAt = expiryOf(values['expires-in-days'])
    await withReadyStore(async () => {
      const scope = await cliScope(String(values.email))
      const { token } = await createApiToken(scope, { name: String(values.name ?? 'cli'), scopes, expiresAt })
      printJson({ token })
    })
  },
}
