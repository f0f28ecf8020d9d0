'use server'

import { action } from '#lib/auth/action.ts'
import { loadDemo, removeDemo } from './mutations.ts'
import { demoSchema } from './schema.ts'

export const loadDemoAction = action(demoSchema, (scope) => loadDemo(scope))
export const removeDemoAction = action(demoSchema, (scope) => removeDemo(scope))
