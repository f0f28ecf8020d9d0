import { showToast } from '#components/ui/toast-store.ts'
import type { ActionResult } from '#lib/auth/action.ts'

/** The data of an action, or null after its error was shown. */
export async function runAction<T>(result: Promise<ActionResult<T>>): Promise<T | null> {
  const answer = await result
  if (answer.ok) return answer.data
  showToast({ tone: 'error', text: answer.error.message })
  return null
}
