import { AppError } from '#lib/core/errors.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { localTimeZone } from '#lib/i18n/zone.ts'
import { createProfile } from '#lib/onboarding/mutations.ts'
import { newProfileSchema } from '#lib/onboarding/schema.ts'
import { resetPassphrase } from '#lib/users/mutations.ts'
import { listUsers } from '#lib/users/queries.ts'
import { type Command, printJson, readArguments, UsageError } from '../command.ts'
import { readPassphrase } from '../passphrase.ts'
import { withReadyStore } from '../with-store.ts'

const text = { type: 'string' } as const

const words = (problem: string): string => problem.replace(/([A-Z])/g, ' $1').toLowerCase()

export const userAddCommand: Command = {
  name: 'user add',
  usage: '--email E --passphrase-stdin [--name N] [--locale en|vi] [--currency USD] [--time-zone Z]',
  summary: 'Make a profile with a household of its own. The first one runs the instance.',
  details:
    'The passphrase is one line of standard input. Prints {"id","householdId","email"}.\nExample: printf "%s\\n" "$PASSPHRASE" | npm run -s minh -- user add --email lan@example.org --passphrase-stdin',
  run: async (args) => {
    const { values } = readArguments(
      args,
      {
        email: text,
        name: text,
        locale: text,
        currency: text,
        'time-zone': text,
        'passphrase-stdin': { type: 'boolean' },
      },
      [0, 0],
    )
    const email = String(values.email ?? '')
    if (email === '') throw new UsageError('--email is missing.')
    if (!values['passphrase-stdin'])
      throw new UsageError('Say --passphrase-stdin and pipe the passphrase in: arguments are seen by others.')
    const parsed = newProfileSchema.safeParse({
      email,
      passphrase: await readPassphrase(),
      name: values.name ?? email.split('@')[0],
      locale: localeOf(values.locale),
      currency: values.currency ?? 'USD',
      timeZone: values['time-zone'] ?? localTimeZone(),
    })
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new AppError('invalid', `${issue?.path.join('.')} is not usable: ${words(issue?.message ?? '')}.`)
    }
    await withReadyStore(async () => {
      const scope = await createProfile(parsed.data)
      printJson({ id: scope.userId, householdId: scope.householdId, email: parsed.data.email })
    })
  },
}

export const userPassphraseCommand: Command = {
  name: 'user passphrase',
  usage: '--email E --passphrase-stdin',
  summary: 'Set a new passphrase for somebody who forgot theirs, and end their sessions.',
  details: 'The passphrase is one line of standard input. Prints {"email"}.',
  run: async (args) => {
    const { values } = readArguments(args, { email: text, 'passphrase-stdin': { type: 'boolean' } }, [0, 0])
    if (!values.email || !values['passphrase-stdin'])
      throw new UsageError('Say --email and --passphrase-stdin, and pipe the passphrase in.')
    const email = String(values.email)
    const passphrase = await readPassphrase()
    await withReadyStore(async () => {
      await resetPassphrase(email, passphrase)
      printJson({ email })
    })
  },
}

export const userListCommand: Command = {
  name: 'user list',
  usage: '',
  summary: 'List the profiles as JSON.',
  details: 'Prints one line of JSON: [{"id","email","name","status","isAdmin","createdAt"}].',
  run: async (args) => {
    readArguments(args, {}, [0, 0])
    await withReadyStore(async () => printJson(await listUsers()))
  },
}
