import { z } from 'zod'

export const switchSchema = z.object({ on: z.boolean() })
