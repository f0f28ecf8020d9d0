import { isLoopbackHost } from '../loopback.ts'

/** Whether two loopback addresses reach the same server: `localhost` and `127.0.0.1` differ only by name. */
function sameLoopback(a: URL, b: URL): boolean {
  const loopback = isLoopbackHost(a.hostname) && isLoopbackHost(b.hostname)
  return loopback && a.protocol === b.protocol && a.port === b.port
}

/**
 * Whether a state change comes from our own pages. Compares `Origin` with the configured address only, never with what
 * the request says about itself (`Host`, `X-Forwarded-Host`). No `Origin` is a refusal: every browser sends one with POST.
 */
export function isOwnOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const own = new URL(publicUrl)
  const other = new URL(origin)
  return other.origin === own.origin || sameLoopback(other, own)
}

export const writes = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase())

/** Whether an address to come back to is a path of ours: `//evil` and `/\evil` are other sites to a browser. */
export const isOwnPath = (text: string): boolean => /^\/(?![/\\])[\x21-\x7e]*$/.test(text)
