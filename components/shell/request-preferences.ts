import { cookies } from 'next/headers'
import { type Preferences, readPreferences } from './preferences.ts'

/** The preferences of this request, for layouts. */
export async function requestPreferences(): Promise<Preferences> {
  const jar = await cookies()
  return readPreferences((name) => jar.get(name)?.value)
}
