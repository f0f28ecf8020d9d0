import { z } from 'zod'
import { alertPatchSchema, newRuleSchema, previewSchema, rulePatchSchema } from '#lib/alerts/schema.ts'
import { connectionEndpoints } from './connection-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { intervalQuery, rangeQuery, spendingQuery } from './figures.ts'
import { ledgerEndpoints } from './ledger-endpoints.ts'
import { accountPatch } from './ledger-schema.ts'
import { alertsQuery, listQuery } from './list.ts'
import {
  accountSchema,
  alertRuleSchema,
  alertSchema,
  backtestSchema,
  balancePointSchema,
  cashflowSchema,
  healthSchema,
  importReportSchema,
  listOf,
  meSchema,
  netWorthSchema,
  spendingSchema,
} from './response-schema.ts'
import { reviewEndpoints } from './review-endpoints.ts'

const statement = {
  file: 'The statement: OFX, QFX, QIF, CSV, Excel, CAMT or MT940, up to 50 MB.',
  accountId: 'The account it belongs to, when the file does not say.',
  accountName: 'The name of the account that is made when none fits.',
  currency: 'ISO 4217 code, for files that do not say.',
  mapping:
    'JSON: which column is what, for a CSV layout that is not known; the order of days, for a QIF that leaves it open.',
}

const statementAnswers =
  '409 with `choices` (id, name, currency, last4): the file could be about one of these accounts; send `accountId`. 422 of type `urn:minh:problem:needs-mapping` with the open questions and their candidates: send `mapping`. 422 otherwise: what was tried and what the file looked like. 413: over the limit. The same bytes again change nothing; `sameAs` names the first import.'

const get = (path: string, summary: string, response: z.ZodType, query?: z.ZodObject): Endpoint => ({
  method: 'get',
  path,
  summary,
  needs: 'read',
  query,
  status: 200,
  response,
})

/** Every call of `/api/v1`: the OpenAPI document and the page at /docs/api are made from this list. */
export const endpoints: readonly Endpoint[] = [
  { ...get('/health', 'Whether the server and its store answer.', healthSchema), needs: null },
  get('/me', 'The user, households, locale, currency and time zone.', meSchema),
  ...connectionEndpoints,
  get('/accounts', 'All accounts.', listOf(accountSchema)),
  get('/accounts/{id}', 'One account.', accountSchema),
  {
    ...get('/accounts/{id}', 'Change an account.', accountSchema),
    method: 'patch',
    needs: 'write',
    body: accountPatch,
  },
  get(
    '/accounts/{id}/balances',
    'The balance at the end of each day.',
    listOf(balancePointSchema),
    rangeQuery,
  ),
  ...ledgerEndpoints,
  get('/imports', 'The latest imports, newest first.', listOf(importReportSchema), listQuery),
  {
    method: 'post',
    path: '/imports',
    summary: 'Import one statement file in one atomic step.',
    needs: 'write',
    upload: statement,
    details: statementAnswers,
    status: 201,
    response: importReportSchema,
  },
  {
    method: 'post',
    path: '/imports/preview',
    summary: 'The same report; nothing is written.',
    needs: 'write',
    upload: statement,
    details: statementAnswers,
    status: 200,
    response: importReportSchema,
  },
  get('/imports/{id}', 'The report of an import.', importReportSchema),
  { ...get('/imports/{id}', 'Undo an import.', importReportSchema), method: 'delete', needs: 'write' },
  ...reviewEndpoints,
  get('/spending', 'Gross, refunds and net, with what is left out and why.', spendingSchema, spendingQuery),
  get('/cashflow', 'Income, spending, net and savings rate.', cashflowSchema, intervalQuery),
  get('/net-worth', 'Assets, liabilities and net.', netWorthSchema, intervalQuery),
  get('/alerts', 'Alerts with their evidence, newest first.', listOf(alertSchema), alertsQuery),
  get('/alerts/{id}', 'One alert.', alertSchema),
  {
    ...get('/alerts/{id}', 'Dismiss an alert, or bring it back.', alertSchema),
    method: 'patch',
    needs: 'write',
    body: alertPatchSchema,
  },
  get('/alert-rules', 'What is watched.', listOf(alertRuleSchema)),
  {
    method: 'post',
    path: '/alert-rules',
    summary: 'Watch something.',
    needs: 'write',
    body: newRuleSchema,
    status: 201,
    response: alertRuleSchema,
  },
  get('/alert-rules/{id}', 'One rule.', alertRuleSchema),
  {
    ...get('/alert-rules/{id}', 'Change, mute or switch off a rule.', alertRuleSchema),
    method: 'patch',
    needs: 'write',
    body: rulePatchSchema,
  },
  {
    method: 'delete',
    path: '/alert-rules/{id}',
    summary: 'Delete a rule.',
    needs: 'write',
    status: 204,
    response: null,
  },
  {
    method: 'post',
    path: '/alert-rules/preview',
    summary: 'How often a rule would have fired, with the rows. Nothing is written.',
    needs: 'read',
    body: previewSchema,
    status: 200,
    response: backtestSchema,
  },
  { ...get('/openapi.json', 'This description.', z.record(z.string(), z.unknown())), needs: null },
]
