import { z } from 'zod'
import { disconnectQuery } from './connection-body.ts'
import type { Endpoint } from './endpoint.ts'
import { pagedQuery } from './list.ts'
import { listOf } from './response-schema.ts'

const id = z.string().describe('An opaque id.')
const instant = z.iso.datetime()
const whole = z.number().int()

export const connectionSchema = z.strictObject({
  id,
  provider: z.string(),
  institution: z.string(),
  state: z.enum(['ok', 'needs_reauth', 'expiring', 'error', 'disconnected']),
  stateReason: z
    .string()
    .nullable()
    .describe(
      'A code: consent_expired wants a new consent, mass_removal an answer, others are the provider’s trouble.',
    ),
  stateSince: instant,
  staleSince: instant.nullable(),
  syncing: z.boolean(),
  lastAttemptAt: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  nextSyncAt: instant.nullable(),
  createdAt: instant,
  consent: z
    .strictObject({
      id,
      data: z.array(z.string()),
      purposes: z.array(z.string()),
      grantedAt: instant,
      expiresAt: instant,
    })
    .nullable(),
  accounts: z.array(
    z.strictObject({
      accountId: id.nullable(),
      name: z.string(),
      type: z.string(),
      last4: z.string().nullable(),
      currency: z.string().length(3),
      included: z.boolean(),
      balance: z.string().nullable(),
      balanceAsOf: z.iso.date().nullable(),
    }),
  ),
})

export const syncRunSchema = z.strictObject({
  id,
  trigger: z.enum(['link', 'person', 'schedule', 'webhook']),
  status: z.enum(['running', 'ok', 'failed', 'held']),
  startedAt: instant,
  endedAt: instant.nullable(),
  seen: whole,
  added: whole,
  modified: whole,
  removed: whole,
  requests: whole,
  error: z.string().nullable(),
})

export const syncSchema = z.strictObject({
  status: z
    .enum(['ok', 'held', 'failed', 'running', 'waiting'])
    .describe('held: so much would be removed that a person is asked first. running: another sync is at it.'),
  runId: id.nullable(),
  added: whole,
  modified: whole,
  removed: whole,
  error: z.string().nullable(),
  retryAt: instant.nullable(),
})

export const disconnectedSchema = z.strictObject({
  told: z.boolean().describe('Whether the provider confirmed that it forgot.'),
  rowsDeleted: whole,
})

export const egressSchema = z.strictObject({
  id,
  at: instant,
  endedAt: instant.nullable(),
  host: z.string(),
  purpose: z.string(),
  method: z.string(),
  fields: z.array(z.string()).describe('Names of what was sent, never values.'),
  bytesOut: whole,
  bytesIn: whole,
  status: whole.nullable(),
  outcome: z.string(),
  connectionId: id.nullable(),
  consentId: id.nullable(),
})

/** Logins to providers, and what left the machine. */
export const connectionEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/connections',
    summary: 'Links to providers that have not been ended: their state, consent and last success.',
    needs: 'read',
    status: 200,
    response: listOf(connectionSchema),
  },
  {
    method: 'get',
    path: '/connections/{id}',
    summary: 'One link to a provider, ended or not.',
    needs: 'read',
    status: 200,
    response: connectionSchema,
  },
  {
    method: 'delete',
    path: '/connections/{id}',
    summary: 'End a link: its key is destroyed, then the provider is asked to forget.',
    needs: 'write',
    query: disconnectQuery,
    status: 200,
    response: disconnectedSchema,
  },
  {
    method: 'post',
    path: '/connections/{id}/sync',
    summary: 'Sync now. A failure at the provider is told in the answer, with status 200.',
    needs: 'write',
    status: 200,
    response: syncSchema,
  },
  {
    method: 'get',
    path: '/connections/{id}/syncs',
    summary: 'The history of its syncs, newest first.',
    needs: 'read',
    query: pagedQuery,
    status: 200,
    response: listOf(syncRunSchema),
  },
  {
    method: 'get',
    path: '/egress',
    summary: 'What left this machine, newest first: hosts, purposes, names of fields and sizes.',
    needs: 'read',
    query: pagedQuery,
    status: 200,
    response: listOf(egressSchema),
  },
]
