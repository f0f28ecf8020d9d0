'use server'

import { action } from '#lib/auth/action.ts'
import { explain } from './queries.ts'
import { figureSchema } from './schema.ts'
import { explanationView } from './view.ts'

/** The explanation of a number, in the person's words. */
export const explainAction = action(
  figureSchema,
  async (scope, figure) => explanationView(await explain(scope, figure), scope),
  { refresh: false },
)
