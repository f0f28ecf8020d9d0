import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { restoreCommand } from './commands/restore.ts'

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [backupCommand, restoreCommand, doctorCommand]
