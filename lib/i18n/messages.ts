import type { Locale } from './locales.ts'
import { accounts } from './messages/en/accounts.ts'
import { alerts } from './messages/en/alerts.ts'
import { auth } from './messages/en/auth.ts'
import { categories } from './messages/en/categories.ts'
import { common } from './messages/en/common.ts'
import { connections } from './messages/en/connections.ts'
import { dashboard } from './messages/en/dashboard.ts'
import { demo } from './messages/en/demo.ts'
import { docs } from './messages/en/docs.ts'
import { errors } from './messages/en/errors.ts'
import { imports } from './messages/en/imports.ts'
import { mail } from './messages/en/mail.ts'
import { onboarding } from './messages/en/onboarding.ts'
import { privacy } from './messages/en/privacy.ts'
import { rules } from './messages/en/rules.ts'
import { settings } from './messages/en/settings.ts'
import { shell } from './messages/en/shell.ts'
import { spending } from './messages/en/spending.ts'
import { statements } from './messages/en/statements.ts'
import { transactions } from './messages/en/transactions.ts'
import { accounts as viAccounts } from './messages/vi/accounts.ts'
import { alerts as viAlerts } from './messages/vi/alerts.ts'
import { auth as viAuth } from './messages/vi/auth.ts'
import { categories as viCategories } from './messages/vi/categories.ts'
import { common as viCommon } from './messages/vi/common.ts'
import { connections as viConnections } from './messages/vi/connections.ts'
import { dashboard as viDashboard } from './messages/vi/dashboard.ts'
import { demo as viDemo } from './messages/vi/demo.ts'
import { docs as viDocs } from './messages/vi/docs.ts'
import { errors as viErrors } from './messages/vi/errors.ts'
import { imports as viImports } from './messages/vi/imports.ts'
import { mail as viMail } from './messages/vi/mail.ts'
import { onboarding as viOnboarding } from './messages/vi/onboarding.ts'
import { privacy as viPrivacy } from './messages/vi/privacy.ts'
import { rules as viRules } from './messages/vi/rules.ts'
import { settings as viSettings } from './messages/vi/settings.ts'
import { shell as viShell } from './messages/vi/shell.ts'
import { spending as viSpending } from './messages/vi/spending.ts'
import { statements as viStatements } from './messages/vi/statements.ts'
import { transactions as viTransactions } from './messages/vi/transactions.ts'

const en = {
  common,
  shell,
  auth,
  onboarding,
  imports,
  statements,
  accounts,
  transactions,
  categories,
  rules,
  dashboard,
  spending,
  alerts,
  mail,
  settings,
  connections,
  privacy,
  errors,
  demo,
  docs,
}

export type Messages = typeof en
export type Namespace = keyof Messages

const vi: Messages = {
  common: viCommon,
  shell: viShell,
  auth: viAuth,
  onboarding: viOnboarding,
  imports: viImports,
  statements: viStatements,
  accounts: viAccounts,
  transactions: viTransactions,
  categories: viCategories,
  rules: viRules,
  dashboard: viDashboard,
  spending: viSpending,
  alerts: viAlerts,
  mail: viMail,
  settings: viSettings,
  connections: viConnections,
  privacy: viPrivacy,
  errors: viErrors,
  demo: viDemo,
  docs: viDocs,
}

const catalogues: Record<Locale, Messages> = { en, vi }

/** The whole catalogue of a language. */
export const messagesFor = (locale: Locale): Messages => catalogues[locale]

/** Only the named namespaces, for what is sent to the browser. */
export const pickMessages = (locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> =>
  Object.fromEntries(namespaces.map((name) => [name, catalogues[locale][name]]))
