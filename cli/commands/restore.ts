import { resolve } from 'node:path'
import { env } from '#lib/env.ts'
import { restore } from '#lib/ops/restore.ts'
import { type Command, printJson, readArguments } from '../command.ts'
import { withStore } from '../with-store.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE [--replace]',
  summary: 'Put the backup FILE into the database, all of it or nothing.',
  details:
    'Works on an empty database; --replace lets it replace everything that is there. The server may be running.\nA backup of an older version is brought up to date. Prints {"rows","tables","createdAt","migrationsApplied"}.',
  run: async (args) => {
    const { values, files } = readArguments(args, { replace: { type: 'boolean' } }, [1, 1])
    const file = resolve(env().invokedFrom, files[0] ?? '')
    printJson(await withStore((address) => restore(address, file, { replace: values.replace === true })))
  },
}
