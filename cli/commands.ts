import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { importCommand } from './commands/import.ts'
import { keysRotateCommand } from './commands/keys.ts'
import { restoreCommand } from './commands/restore.ts'
import { tokenCreateCommand } from './commands/token.ts'
import { userAddCommand, userListCommand, userPassphraseCommand } from './commands/user.ts'

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [
  userAddCommand,
  userListCommand,
  userPassphraseCommand,
  tokenCreateCommand,
  importCommand,
  backupCommand,
  restoreCommand,
  keysRotateCommand,
  doctorCommand,
]
