import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { cliScope } from '#lib/auth/process-scope.ts'

/** Imports one file for one person, as the command line does, and says what phase it is in: something to be killed. */
const [, , email = '', path = ''] = process.argv
const scope = await cliScope(email)
let phase = ''
process.send?.('started')
const report = await importWithAlerts(
  scope,
  { path, fileName: 'crash.csv', accountName: 'Crash' },
  {
    onProgress: (progress) => {
      if (progress.phase === phase) return
      phase = progress.phase
      process.send?.(phase)
    },
  },
)
process.send?.(`stored ${report.accounts[0]?.new}`, undefined, undefined, () => process.exit(0))
