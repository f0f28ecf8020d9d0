import type { demo as en } from '../en/demo.ts'

export const demo: typeof en = {
  title: 'Dữ liệu mẫu',
}
