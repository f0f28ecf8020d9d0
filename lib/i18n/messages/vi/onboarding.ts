import type { onboarding as en } from '../en/onboarding.ts'

export const onboarding: typeof en = {
  title: 'Chào mừng',
}
