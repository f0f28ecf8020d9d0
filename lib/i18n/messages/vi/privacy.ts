import type { privacy as en } from '../en/privacy.ts'

export const privacy: typeof en = {
  title: 'Quyền riêng tư',
}
