import type { CategoryKind } from './taxonomy.ts'

/** `name` is null for entries of the built-in taxonomy that nobody renamed: their name is the message of `key`. */
export type Category = {
  id: string
  parentId: string | null
  key: string | null
  name: string | null
  kind: CategoryKind
  /** 1–6, a chart hue. */
  color: number
  position: number
  archived: boolean
}

/** A category with its live children; `rows` counts live transactions and splits of its own. */
export type CategoryNode = Category & { rows: number; children: CategoryNode[] }

export type CategorySource = 'user' | 'rule' | 'learned' | 'provider' | 'merchant'

/** Below this confidence (0–100) a found category is only a suggestion, to be looked at. */
export const unsureBelow = 70
