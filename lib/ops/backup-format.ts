import { z } from 'zod'

export const manifestName = 'manifest.json'

const chunk = z.object({ file: z.string(), sha256: z.string().length(64), rows: z.number().int() })

/** The last entry of a backup: what is in it, so that a cut or changed file is noticed before anything is written. */
export const manifestSchema = z.object({
  format: z.literal('minh-backup'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  schema: z.object({ when: z.number(), count: z.number().int() }),
  engine: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      chunks: z.array(chunk),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
})

export type Manifest = z.infer<typeof manifestSchema>
export type TableInBackup = Manifest['tables'][number]
