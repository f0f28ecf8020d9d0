import { forgetFormerKeys, rotateKeys } from '#lib/ops/rotate-keys.ts'
import { type Command, printJson, readArguments } from '../command.ts'
import { withReadyStore } from '../with-store.ts'

export const keysRotateCommand: Command = {
  name: 'keys rotate',
  usage: '[--forget]',
  summary: 'Make a new master key and wrap every stored secret with it.',
  details:
    'Beside a running server or without one; may be interrupted and run again. The former key stays beside the new one, because backups made before need it. --forget makes no new key: it removes former keys that nothing stored needs, and makes the secrets and statement files in older backups unreadable. Keep a copy of the new key file elsewhere. Prints {"key", "finished", "rewrapped", "unreadable", "former"}.',
  run: async (args) => {
    const { values } = readArguments(args, { forget: { type: 'boolean' } }, [0, 0])
    await withReadyStore(async () => printJson(values.forget ? await forgetFormerKeys() : await rotateKeys()))
  },
}
