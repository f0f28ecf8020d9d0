import type { Endpoint } from './endpoint.ts'
import { newRuleBody, rulePatch, splitBody, transactionPatch, transactionsQuery } from './ledger-schema.ts'
import { listOf, ruleSchema, transactionSchema } from './response-schema.ts'

/** Transactions and rules. */
export const ledgerEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/transactions',
    summary: 'Transactions, newest first.',
    needs: 'read',
    query: transactionsQuery,
    status: 200,
    response: listOf(transactionSchema),
  },
  {
    method: 'get',
    path: '/transactions/{id}',
    summary: 'One transaction.',
    needs: 'read',
    status: 200,
    response: transactionSchema,
  },
  {
    method: 'patch',
    path: '/transactions/{id}',
    summary: 'Change category, note, tags, payee, kind or whether it counts.',
    needs: 'write',
    body: transactionPatch,
    status: 200,
    response: transactionSchema,
  },
  {
    method: 'post',
    path: '/transactions/{id}/split',
    summary: 'Split it into parts that sum to it exactly; no parts take the split back.',
    needs: 'write',
    body: splitBody,
    status: 200,
    response: transactionSchema,
  },
  {
    method: 'get',
    path: '/rules',
    summary: 'Rules, in their order.',
    needs: 'read',
    status: 200,
    response: listOf(ruleSchema),
  },
  {
    method: 'post',
    path: '/rules',
    summary: 'Add a rule.',
    needs: 'write',
    body: newRuleBody,
    status: 201,
    response: ruleSchema,
  },
  {
    method: 'patch',
    path: '/rules/{id}',
    summary: 'Change a rule.',
    needs: 'write',
    body: rulePatch,
    status: 200,
    response: ruleSchema,
  },
  {
    method: 'delete',
    path: '/rules/{id}',
    summary: 'Delete a rule.',
    needs: 'write',
    status: 204,
    response: null,
  },
]
