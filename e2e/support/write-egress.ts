import type { Scope } from '#lib/core/scope.ts'
import { beginEgress, endEgress } from '#lib/privacy/ledger.ts'

type Left = { host: string; purpose: string; method: string; fields: string[]; status: number | null }

/** One request of each kind: answered, refused, broken off and still under way. */
const left: readonly Left[] = [
  {
    host: 'beta-bridge.simplefin.org',
    purpose: 'sync',
    method: 'GET',
    fields: ['start-date', 'end-date', 'pending'],
    status: 200,
  },
  {
    host: 'production.plaid.com',
    purpose: 'link',
    method: 'POST',
    fields: ['client_id', 'secret'],
    status: 429,
  },
  {
    host: 'smtp.example.test',
    purpose: 'mail',
    method: 'SMTP',
    fields: ['to', 'subject', 'body'],
    status: null,
  },
  { host: 'www.ecb.europa.eu', purpose: 'rates', method: 'GET', fields: [], status: 200 },
]

/** Fills the page of what left this machine without anything leaving. */
export async function writeEgress(scope: Scope): Promise<void> {
  for (const { status, ...request } of left) {
    const entry = { ...request, bytesOut: 640, connectionId: null, consentId: null }
    const id = await beginEgress(scope, entry)
    if (!id) throw new Error('Nothing may leave this household.')
    if (request.purpose === 'rates') continue
    await endEgress(scope, id, {
      status,
      outcome: status ? 'answered' : 'timeout',
      bytesIn: status ? 51_200 : 0,
    })
  }
}
