'use server'

import { publicAction } from '#lib/auth/action.ts'
import { requestClient, sessionToken, setSessionCookie } from '#lib/auth/scope.ts'
import { signInWithPassphrase } from '#lib/auth/sign-in.ts'
import { signUp } from './mutations.ts'
import { signInSchema, signUpSchema } from './schema.ts'

export const signInAction = publicAction(signInSchema, async (input) => {
  const session = await signInWithPassphrase(input, await requestClient(), await sessionToken())
  await setSessionCookie(session, input.keep)
})

export const signUpAction = publicAction(signUpSchema, async (input) => {
  const session = await signUp(input, await requestClient(), await sessionToken())
  await setSessionCookie(session, input.keep)
})
