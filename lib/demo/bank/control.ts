import 'server-only'
import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { breakDemoLogin, letDaysPass, mendDemoLogin, withdrawDemoLogin } from './logins.ts'

/** What can be done to a login at the bank's counter. */
export const controlOps = ['day', 'week', 'break', 'mend', 'withdraw'] as const
export type ControlOp = (typeof controlOps)[number]

const controlForm = z.object({
  login: z.uuid(),
  op: z.enum(controlOps),
  locale: z.enum(['en', 'vi']).default('en'),
})

const acts: Record<ControlOp, (scope: Scope, id: string) => Promise<void>> = {
  day: (scope, id) => letDaysPass(scope, id, 1),
  week: (scope, id) => letDaysPass(scope, id, 7),
  break: breakDemoLogin,
  mend: mendDemoLogin,
  withdraw: withdrawDemoLogin,
}

/** Does what the counter's form asks; gives the address of the counter. Throws AppError invalid, not_found, conflict. */
export async function controlDemoBank(scope: Scope, form: FormData): Promise<URL> {
  const parsed = controlForm.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw new AppError('invalid', 'The form of the Demo Bank is not complete.')
  const { login, op, locale } = parsed.data
  await acts[op](scope, login)
  return new URL(`${env().publicUrl}${locale === 'en' ? '' : `/${locale}`}/demo-bank?done=${op}`)
}
