import 'server-only'
import { withConnection } from '#db/client.ts'
import packageJson from '../../package.json' with { type: 'json' }

export const version: string = packageJson.version

/** Whether the store answers a trivial question now. */
export async function storeAnswers(): Promise<boolean> {
  try {
    await withConnection((client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}
