import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import { EgressError, type OutboundRequest, type OutboundResponse } from './types.ts'

export type Limits = { timeoutMs: number; maxBytes: number }

/** What a name stands for; replaced in tests. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true })

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

/** Reads the address of a request: https, a host, no credentials. `open` lists origins that may be http on loopback. */
export function readAddress(text: string, open: readonly string[]): { url: URL; loopback: boolean } {
  if (!URL.canParse(text)) throw new EgressError('bad_address', 'The address cannot be read.')
  const url = new URL(text)
  if (url.username || url.password)
    throw new EgressError('bad_address', 'An address must not carry a name and password.')
  if (open.includes(url.origin)) return { url, loopback: true }
  if (url.protocol !== 'https:') throw new EgressError('bad_address', 'Only https addresses are asked.')
  return { url, loopback: false }
}

/** What a name stands for; a resolver that does not answer in time is a machine that does not. */
async function resolveWithin(host: string, resolve: Resolve, timeoutMs: number) {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new EgressError('timeout', `The address of ${host} was not found in time.`)),
    timeoutMs,
  )
  try {
    return await Promise.race([resolve(host).catch(() => []), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** The address to connect to: every address of the name must be public, and the first one is kept for the connection. */
export async function pinAddress(
  url: URL,
  loopback: boolean,
  resolve: Resolve,
  timeoutMs = 30_000,
): Promise<{ address: string; family: number }> {
  const host = bareHost(url)
  const literal = isIP(host)
  const found = literal ? [{ address: host, family: literal }] : await resolveWithin(host, resolve, timeoutMs)
  const [first] = found
  if (!first) throw new EgressError('unreachable', `${host} has no address.`)
  if (!loopback && !found.every(({ address }) => isPublicAddress(address)))
    throw new EgressError('private_address', `${host} is not on the public internet.`)
  return first
}

/** Sends one request to a pinned address; no cookies, no proxy, no redirects, no compression, nothing kept open. */
export function sendPinned(
  url: URL,
  to: { address: string; family: number },
  request: OutboundRequest,
  limits: Limits,
): Promise<OutboundResponse> {
  const pinned: LookupFunction = (_host, options, callback) =>
    options.all ? callback(null, [to]) : callback(null, to.address, to.family)
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const body = request.body === undefined ? undefined : Buffer.from(request.body)
  const method = request.method ?? 'GET'
  const options: RequestOptions = {
    method,
    agent: false,
    lookup: pinned,
    signal: request.signal ? AbortSignal.any([deadline, request.signal]) : deadline,
    headers: {
      ...request.headers,
      'accept-encoding': 'identity',
      ...(body || method === 'POST' || method === 'PUT' ? { 'content-length': body?.length ?? 0 } : {}),
    },
  }
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(asEgressError(error, url, deadline, request.signal))
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = start(url, options, (answer) =>
      readAnswer(answer, url, limits.maxBytes).then(resolve, fail),
    )
    outgoing.on('error', fail)
    // Nobody asked for another protocol; without this it would end as neither an answer nor an error.
    outgoing.on('upgrade', (_answer, socket) => {
      socket.destroy()
      fail(new EgressError('unreachable', `${url.hostname} speaks another protocol.`))
    })
    outgoing.end(body)
  })
}

function asEgressError(error: unknown, url: URL, deadline: AbortSignal, asked?: AbortSignal): unknown {
  if (error instanceof EgressError || asked?.aborted) return error
  if (deadline.aborted) return new EgressError('timeout', `${url.hostname} did not answer in time.`)
  return new EgressError('unreachable', `The connection to ${url.hostname} broke off.`)
}

async function readAnswer(answer: IncomingMessage, url: URL, maxBytes: number): Promise<OutboundResponse> {
  const status = answer.statusCode ?? 0
  try {
    if (status >= 300 && status < 400)
      throw new EgressError('redirect', `${url.hostname} sends the request elsewhere; that is not followed.`)
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of answer) {
      size += chunk.length
      if (size > maxBytes) throw new EgressError('too_large', `${url.hostname} answers with too much.`)
      chunks.push(chunk)
    }
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value ?? '')])
    return { status, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) }
  } finally {
    answer.destroy()
  }
}
