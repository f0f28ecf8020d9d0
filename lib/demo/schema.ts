import { z } from 'zod'

/** Both demo actions take nothing. */
export const demoSchema = z.strictObject({})
