'use server'

import { action } from '#lib/auth/action.ts'
import { setInstanceNoThirdParties, setNoThirdParties } from './mutations.ts'
import { switchSchema } from './schema.ts'

export const noThirdPartiesAction = action(switchSchema, (scope, { on }) => setNoThirdParties(scope, on))
export const instanceNoThirdPartiesAction = action(switchSchema, (scope, { on }) =>
  setInstanceNoThirdParties(scope, on),
)
