import 'server-only'
import type { Scope } from '#lib/core/scope.ts'
import { beginEgress, endEgress, type LedgerEntry, mayLeave } from './ledger.ts'
import { pinAddress, type Resolve, readAddress, resolveAll, sendPinned } from './pinned-request.ts'
import { EgressError, type OutboundFetch, type OutboundRequest } from './types.ts'

/** What a way out is for; every request through it is written down under this. */
export type EgressDoor = {
  /** Null for what the instance does for nobody in particular. */
  scope: Scope | null
  /** A word that the privacy page translates: `sync`, `link`, `revoke`. */
  purpose: string
  connectionId?: string
  consentId?: string
  timeoutMs?: number
  maxBytes?: number
  /** This server's own origin: it is asked over loopback, leaves nothing, and is not written down. */
  ownOrigin?: string
  /** Only for tests: simulators on loopback, exact origins; and what names stand for. */
  simulators?: readonly string[]
  resolve?: Resolve
}

const defaults = { timeoutMs: 30_000, maxBytes: 32 * 1024 * 1024 }

/** The names of what a request carries: query parameters and the top of a JSON or form body. */
export function fieldsOf(url: URL, request: OutboundRequest): string[] {
  const names = new Set(url.searchParams.keys())
  const body = request.body ?? ''
  if (body.startsWith('{')) {
    const parsed: unknown = parseJson(body)
    if (typeof parsed === 'object' && parsed !== null) for (const name of Object.keys(parsed)) names.add(name)
  } else for (const name of new URLSearchParams(body).keys()) names.add(name)
  return [...names].map((name) => name.slice(0, 60)).slice(0, 40)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const sizeOf = (url: URL, request: OutboundRequest): number =>
  Buffer.byteLength(`${url.pathname}${url.search}`) + Buffer.byteLength(request.body ?? '')

const nothingLeaves = () => new EgressError('third_parties_off', 'Nothing may leave this machine.')

/** Opens a way out for one purpose. It refuses before any name is looked up while nothing may leave. Throws EgressError. */
export function openEgress(door: EgressDoor): OutboundFetch {
  const limits = {
    timeoutMs: door.timeoutMs ?? defaults.timeoutMs,
    maxBytes: door.maxBytes ?? defaults.maxBytes,
  }
  const open = [...(door.simulators ?? []), ...(door.ownOrigin ? [door.ownOrigin] : [])]
  return async (text, request = {}) => {
    const { url, loopback } = readAddress(text, open)
    const pin = () => pinAddress(url, loopback, door.resolve ?? resolveAll, limits.timeoutMs)
    if (url.origin === door.ownOrigin) return sendPinned(url, await pin(), request, limits)
    const entry: LedgerEntry = {
      host: url.host,
      purpose: door.purpose,
      method: request.method ?? 'GET',
      fields: fieldsOf(url, request),
      bytesOut: sizeOf(url, request),
      connectionId: door.connectionId ?? null,
      consentId: door.consentId ?? null,
    }
    const id = await beginEgress(door.scope, entry)
    if (id === null) throw nothingLeaves()
    try {
      const to = await pin()
      // A look-up may take long; the switch may have been turned meanwhile.
      if (!(await mayLeave(door.scope))) throw nothingLeaves()
      const answer = await sendPinned(url, to, request, limits)
      await endEgress(door.scope, id, {
        status: answer.status,
        outcome: 'answered',
        bytesIn: answer.body.length,
      })
      return answer
    } catch (error) {
      const outcome = error instanceof EgressError ? error.code : 'stopped'
      await endEgress(door.scope, id, { status: null, outcome, bytesIn: 0 })
      throw error
    }
  }
}
