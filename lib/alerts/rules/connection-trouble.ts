import { z } from 'zod'
import type { Rule } from './rule.ts'

const params = z.strictObject({})

/** A login that broke or went silent. No row fires it: a failed sync and the clock do (`trouble-alerts.ts`). */
export const connectionTrouble: Rule<z.infer<typeof params>> = {
  type: 'connection_trouble',
  params,
  evaluate: () => [],
}
