import 'server-only'

export { seedAlertRules } from './seed.ts'
