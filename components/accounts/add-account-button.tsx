import { requireScope } from '#lib/auth/scope.ts'
import { AddAccount } from './add-account.tsx'

/** The button with what it must know of the household. */
export async function AddAccountButton() {
  const scope = await requireScope()
  return <AddAccount currency={scope.currency} today={scope.today} />
}
