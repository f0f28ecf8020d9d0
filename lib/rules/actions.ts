'use server'

import { action } from '#lib/auth/action.ts'
import { applyRule, createRule, deleteRule, reorderRules, updateRule } from './mutations.ts'
import { testRule } from './queries.ts'
import {
  createRuleSchema,
  reorderRulesSchema,
  ruleIdSchema,
  testRuleSchema,
  updateRuleSchema,
} from './schema.ts'

export const createRuleAction = action(createRuleSchema, createRule)
export const updateRuleAction = action(updateRuleSchema, updateRule)
export const deleteRuleAction = action(ruleIdSchema, deleteRule)
export const applyRuleAction = action(ruleIdSchema, applyRule)
export const reorderRulesAction = action(reorderRulesSchema, reorderRules)
export const testRuleAction = action(testRuleSchema, testRule, { refresh: false })
