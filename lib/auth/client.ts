import type { Client } from './types.ts'

const ipv4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i

/** The network of an address: /24 of IPv4, /64 of IPv6. Null when it is not an address. */
export function networkOf(address: string): string | null {
  const text = address
    .trim()
    .replace(/^\[([^\]]+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  const four = ipv4.exec(text)
  if (four) return `${four[1]}.${four[2]}.${four[3]}.0/24`
  if (!/^[0-9a-f:]+$/i.test(text) || !text.includes(':')) return null
  const [head = '', tail] = text.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  if (groups.length !== 8) return null
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const firstMatch = (list: [RegExp, string][], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1]

/** A family of browsers and systems (`Firefox · Linux`), never the whole text, which tells people apart. */
export function browserFamily(userAgent: string | null): string | null {
  const parts = userAgent ? [firstMatch(browsers, userAgent), firstMatch(systems, userAgent)] : []
  return parts.filter(Boolean).join(' · ') || null
}

/**
 * Where a request comes from. The last entry of X-Forwarded-For was written by the nearest proxy and is believed only behind
 * one, that is with an https address (Minh itself speaks http); otherwise anybody could write it, and there is no network.
 */
export function clientOf(headers: Headers, publicUrl: string): Client {
  const nearest = publicUrl.startsWith('https:')
    ? headers.get('x-forwarded-for')?.split(',').at(-1)
    : undefined
  return {
    ipPrefix: nearest ? networkOf(nearest) : null,
    userAgent: browserFamily(headers.get('user-agent')),
  }
}
