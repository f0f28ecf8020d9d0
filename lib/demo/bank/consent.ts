import 'server-only'
import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { setupTokenOf } from './desk.ts'
import { openDemoLogin, reopenDemoLogin } from './logins.ts'

const word = z.string().min(1).max(200)

/** Only back to this site: the page must not send anybody elsewhere. */
const returnAddress = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && new URL(text).origin === env().publicUrl)

/** What the address of the consent page carries. `login` names the one to mend. */
export const consentQuery = z.object({
  return: returnAddress,
  state: word,
  repair: z.literal('1').optional(),
  login: z.uuid().optional(),
})

const consentForm = consentQuery.extend({
  user: z.string().max(200),
  password: z.string().max(200),
  accounts: z.array(z.string().max(20)).max(10),
  decision: z.enum(['allow', 'refuse']),
})

/** Reads the posted form; throws AppError invalid. */
function readForm(form: FormData): z.output<typeof consentForm> {
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const parsed = consentForm.safeParse({ ...fields, accounts: form.getAll('accounts') })
  if (!parsed.success) throw new AppError('invalid', 'The form of the Demo Bank is not complete.')
  return parsed.data
}

/**
 * What the person decided on the consent page, as the address they go back to: with `state`, and `token` (a setup token) or
 * `error=refused`. Any user name and password will do, and neither is kept.
 */
export async function decideConsent(scope: Scope, form: FormData): Promise<URL> {
  const { return: address, state, login, decision, accounts } = readForm(form)
  const back = new URL(address)
  back.searchParams.set('state', state)
  if (decision === 'refuse') {
    back.searchParams.set('error', 'refused')
    return back
  }
  const { token } = login ? await reopenDemoLogin(scope, login) : await openDemoLogin(scope, accounts)
  back.searchParams.set('token', setupTokenOf(token))
  return back
}
