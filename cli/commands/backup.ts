import { resolve } from 'node:path'
import { env } from '#lib/env.ts'
import { backup } from '#lib/ops/backup.ts'
import { type Command, printJson, readArguments } from '../command.ts'
import { withReadyStore } from '../with-store.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'Write a verified backup of the whole database to FILE.',
  details:
    'FILE becomes a tar archive, readable by you only; an unfinished one leaves nothing. The server may be running.\nThe master key is not inside: keep a copy of it elsewhere. Prints {"file","rows","tables","createdAt"}.',
  run: async (args) => {
    const { files } = readArguments(args, {}, [1, 1])
    const file = resolve(env().invokedFrom, files[0] ?? '')
    printJson(await withReadyStore((address) => backup(address, file)))
  },
}
