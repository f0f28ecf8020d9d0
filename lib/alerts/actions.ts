'use server'

import { action } from '#lib/auth/action.ts'
import { markAlertsSeen, setAlertStatus, updateAlertRule } from './mutations.ts'
import { previewRule } from './preview.ts'
import { alertStatusSchema, alertsSeenSchema, previewSchema, ruleChangeSchema } from './schema.ts'

export const setAlertStatusAction = action(alertStatusSchema, setAlertStatus)

export const markAlertsSeenAction = action(
  alertsSeenSchema,
  (scope, { alertIds }) => markAlertsSeen(scope, alertIds),
  {
    refresh: false,
  },
)

export const changeAlertRuleAction = action(ruleChangeSchema, (scope, { ruleId, ...patch }) =>
  updateAlertRule(scope, ruleId, patch),
)

export const previewAlertRuleAction = action(
  previewSchema,
  (scope, { days, ...rule }) => previewRule(scope, rule, days),
  { refresh: false },
)
