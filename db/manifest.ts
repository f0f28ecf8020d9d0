import * as accounts from './schema/accounts.ts'
import * as alerts from './schema/alerts.ts'
import * as audit from './schema/audit.ts'
import * as categories from './schema/categories.ts'
import * as connections from './schema/connections.ts'
import * as demoBank from './schema/demo-bank.ts'
import * as importRuns from './schema/import-runs.ts'
import * as imports from './schema/imports.ts'
import * as privacy from './schema/privacy.ts'
import * as rollups from './schema/rollups.ts'
import * as transactions from './schema/transactions.ts'
import * as users from './schema/users.ts'

type Entry = {
  /** Whose rows these are: a household's, a user's, or the instance's. */
  tenancy: 'household' | 'user' | 'instance'
  /** The file of a full export that carries it; null for what must not leave or can be computed again. */
  exportFile: string | null
  /** What deleting the household (or the user) does to it. */
  deletion: 'cascade' | 'keep'
}

/** Every table of the schema; a new one does not compile until it is classified in `manifest`. */
export const tables = {
  ...users,
  ...audit,
  ...categories,
  ...accounts,
  ...imports,
  ...importRuns,
  ...transactions,
  ...rollups,
  ...alerts,
  ...connections,
  ...demoBank,
  ...privacy,
}

export type TableName = keyof typeof tables

const household = (exportFile: string | null): Entry => ({
  tenancy: 'household',
  exportFile,
  deletion: 'cascade',
})
const user = (exportFile: string | null): Entry => ({ tenancy: 'user', exportFile, deletion: 'cascade' })
const instance: Entry = { tenancy: 'instance', exportFile: null, deletion: 'keep' }

export const manifest: Record<TableName, Entry> = {
  users: user('user.json'),
  passwords: user(null),
  sessions: user(null),
  identities: user(null),
  authEvents: { ...user('auth-events.ndjson'), deletion: 'keep' },
  rateLimits: instance,
  invites: user(null),
  households: household('household.json'),
  memberships: household('memberships.ndjson'),
  apiTokens: household(null),
  idempotencyKeys: household(null),
  auditEvents: { ...household('audit.ndjson'), deletion: 'keep' },
  categories: household('categories.ndjson'),
  merchants: household('merchants.ndjson'),
  rules: household('rules.ndjson'),
  accounts: household('accounts.ndjson'),
  balances: household('balances.ndjson'),
  imports: household('imports.ndjson'),
  importChanges: household('import-changes.ndjson'),
  importSightings: household('import-sightings.ndjson'),
  importMappings: household('import-mappings.ndjson'),
  importRuns: household(null),
  statementFiles: household('statement-files.ndjson'),
  statementFileChunks: household(null),
  statementPeriods: household('statement-periods.ndjson'),
  importReviews: household('import-reviews.ndjson'),
  transactions: household('transactions.ndjson'),
  transactionAliases: household('transaction-aliases.ndjson'),
  transactionSplits: household('transaction-splits.ndjson'),
  rejectedTransfers: household('rejected-transfers.ndjson'),
  rollupDays: household(null),
  rollupMonths: household(null),
  rollupMerchants: household(null),
  alertRules: household('alert-rules.ndjson'),
  alerts: household('alerts.ndjson'),
  mails: household('mails.ndjson'),
  mailEvents: household('mail-events.ndjson'),
  connections: household(null),
  connectionAccounts: household('connection-accounts.ndjson'),
  linkAttempts: household(null),
  consents: household('consents.ndjson'),
  syncRuns: household('sync-runs.ndjson'),
  webhookInbox: instance,
  demoLogins: instance,
  providerSettings: instance,
  egressLedger: { ...household('egress-ledger.ndjson'), deletion: 'keep' },
  privacySettings: household('privacy-settings.ndjson'),
  instanceSettings: instance,
}
