import { expect, test } from 'vitest'
import type { Connection } from '#lib/connections/queries.ts'
import { connectionBody, egressBody, syncBody, syncRunBody } from './connection-body.ts'
import { connectionSchema, egressSchema, syncRunSchema, syncSchema } from './connection-endpoints.ts'

const at = new Date('2026-11-20T08:00:00Z')
const id = '0199a000-0000-7000-8000-000000000001'

const connection: Connection = {
  id,
  provider: 'simplefin',
  institutionId: null,
  institutionName: 'Bank',
  state: 'needs_reauth',
  stateReason: 'consent_expired',
  stateSince: at,
  staleSince: at,
  lastAttemptAt: at,
  lastSuccessAt: null,
  nextSyncAt: null,
  backoffUntil: null,
  running: false,
  createdAt: at,
  disconnectedAt: null,
  accessEndsAt: null,
  consent: { id, data: ['accounts'], purposes: ['show'], grantedAt: at, expiresAt: at },
  accounts: [
    {
      providerAccountId: 'ACT-1',
      accountId: id,
      name: 'Giro',
      institution: null,
      type: 'checking',
      last4: null,
      currency: 'VND',
      included: true,
      balanceMinor: -250000n,
      balanceAsOf: '2026-11-19',
    },
  ],
}

test('a connection is said as documented, amounts as decimal text', () => {
  const body = JSON.parse(JSON.stringify(connectionBody(connection)))
  expect(connectionSchema.parse(body)).toEqual(body)
  expect(body.accounts[0].balance).toBe('-250000')
  const bare = connectionBody({ ...connection, consent: null, accounts: [] })
  expect(connectionSchema.parse(bare)).toEqual(bare)
})

test('syncs and their results are said as documented', () => {
  const run = {
    id,
    connectionId: id,
    trigger: 'schedule' as const,
    status: 'failed' as const,
    phase: 'done' as const,
    startedAt: at,
    endedAt: at,
    rowsSeen: 3,
    added: 0,
    modified: 0,
    removed: 0,
    requests: 1,
    errorCode: 'down',
    notices: [],
  }
  expect(syncRunSchema.parse(syncRunBody(run))).toMatchObject({ error: 'down', seen: 3 })
  const results = [
    { status: 'held' as const, runId: id, added: 1, modified: 2, removed: 0 },
    { status: 'failed' as const, runId: id, code: 'down', until: at },
    { status: 'running' as const, until: null },
  ]
  expect(results.map((result) => syncSchema.parse(syncBody(result)).retryAt)).toEqual([
    null,
    at.toISOString(),
    null,
  ])
})

test('a row of the ledger is said as documented', () => {
  const row = {
    id,
    at,
    endedAt: null,
    host: 'bridge.example',
    purpose: 'sync',
    method: 'GET',
    fields: ['start-date'],
    bytesOut: 1,
    bytesIn: 0,
    status: null,
    outcome: 'started',
    connectionId: id,
    consentId: null,
  }
  expect(egressSchema.parse(egressBody(row))).toMatchObject({ host: 'bridge.example', endedAt: null })
})
