import type { spending as en } from '../en/spending.ts'

export const spending: typeof en = {
  title: 'Chi tiêu',
}
