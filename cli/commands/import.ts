import { basename, resolve } from 'node:path'
import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { importBody } from '#lib/api/import-body.ts'
import { cliScope } from '#lib/auth/process-scope.ts'
import { AppError } from '#lib/core/errors.ts'
import { env } from '#lib/env.ts'
import { type Command, printJson, readArguments, UsageError } from '../command.ts'
import { withReadyStore } from '../with-store.ts'

const text = { type: 'string' } as const

const missing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')

export const importCommand: Command = {
  name: 'import',
  usage: '--email E [--account ID] [--account-name N] [--currency USD] FILE…',
  summary: 'Import statement files (OFX, QFX, QIF, CSV, Excel, CAMT, MT940), each in one atomic step.',
  details:
    'Prints the import report as JSON, one line for each file. Alerts fire as they do in the app.\nStops at the first file that cannot be imported; those before it stay.',
  run: async (args) => {
    const { values, files } = readArguments(
      args,
      { email: text, account: text, 'account-name': text, currency: text },
      [1, 1000],
    )
    if (!values.email) throw new UsageError('--email is missing.')
    await withReadyStore(async () => {
      const scope = await cliScope(String(values.email))
      for (const file of files) {
        const path = resolve(env().invokedFrom, file)
        const asked = {
          accountId: values.account ? String(values.account) : undefined,
          accountName: values['account-name'] ? String(values['account-name']) : undefined,
          currency: values.currency ? String(values.currency) : undefined,
        }
        try {
          printJson(importBody(await importWithAlerts(scope, { path, fileName: basename(path), ...asked })))
        } catch (error) {
          if (missing(error)) throw new AppError('not_found', `${file} is not a file that can be read.`)
          if (error instanceof Error) error.message = `${file}: ${error.message}`
          throw error
        }
      }
    })
  },
}
