import { z } from 'zod'

/** What the database child tells its supervisor. */
export const fromChild = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('locked'), owner: z.object({ pid: z.number(), since: z.string() }).nullable() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
  z.object({ kind: z.literal('pong') }),
])

/** What the supervisor tells the database child. */
export const fromSupervisor = z.object({ kind: z.enum(['ping', 'stop']) })

export type FromChild = z.infer<typeof fromChild>
export type FromSupervisor = z.infer<typeof fromSupervisor>

/** How the child is to run, as its one argument. */
export const childOptions = z.object({
  dataDir: z.string(),
  /** Keep everything in memory: for tests. */
  memory: z.boolean(),
  maxConnections: z.number(),
  idleInTransactionMs: z.number(),
})
export type ChildOptions = z.infer<typeof childOptions>
