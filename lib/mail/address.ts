/** RFC 5321's dot-atom in ASCII and a host name: no comments, quotes, groups, routes or line breaks. */
const addrSpec =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

/** The one address a text holds, or null. A list or a header in disguise is not an address. */
export function parseAddress(text: string): string | null {
  if (text.length > 254 || text.indexOf('@') > 64) return null
  return addrSpec.test(text) ? text : null
}

export type Mailbox = { name: string; address: string }

const named = /^([^<>\r\n]*)<([^<>\s]+)>$/

/** Reads `Name <a@b>` or `a@b`; null when the address in it is not one. */
export function parseMailbox(text: string): Mailbox | null {
  const match = named.exec(text.trim())
  const address = parseAddress(match ? (match[2] ?? '') : text.trim())
  if (!address) return null
  return { name: (match?.[1] ?? '').replaceAll('"', '').trim(), address }
}
