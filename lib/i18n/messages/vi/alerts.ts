import type { alerts as en } from '../en/alerts.ts'

export const alerts: typeof en = {
  title: 'Cảnh báo',
}
