import type { docs as en } from '../en/docs.ts'

export const docs: typeof en = {
  title: 'Trợ giúp',
}
