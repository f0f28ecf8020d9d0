export type Tag = { name: string; closing: boolean; attributes: string }
export type HtmlEvents = { tag(tag: Tag): void; text(text: string): void }

/** Elements whose content is no text of the page. */
const unread = /^(?:script|style|title|noscript|template|textarea|select|xml|svg|iframe|object)$/
const longestTag = 16 * 1024

/** Where the tag that begins at `from` ends; quotes may hold a `>`. −1 when it does not end within its longest length. */
function endOfTag(text: string, from: number, quoted: boolean): number {
  const last = Math.min(text.length, from + longestTag)
  let quote = ''
  for (let at = from; at < last; at++) {
    const letter = text[at] ?? ''
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return at
    else if (quoted && (letter === '"' || letter === "'") && text[at - 1] === '=') quote = letter
  }
  return -1
}

/**
 * Cuts HTML into tags and text, piece by piece. Comments, scripts and styles are passed over; a `<` that begins no tag is
 * text. It builds no tree and corrects nothing, so whatever the text is, it takes time in proportion to its length.
 */
export function htmlTokeniser(events: HtmlEvents): { push(text: string): void; end(): void } {
  let held = ''
  /** Tags that may still be longer than any tag is; after them quotes mean nothing, so that looking cannot take long. */
  let patience = 20
  /** What ends the part that is being passed over. */
  let until: RegExp | null = null

  /** Handles what begins at `at` and returns where the next thing begins; −1 when more text is needed. */
  const step = (at: number, final: boolean): number => {
    if (until) {
      until.lastIndex = at
      const found = until.exec(held)
      if (!found) return final ? held.length : -1
      until = null
      return found.index + found[0].length
    }
    if (held[at] !== '<') {
      const next = held.indexOf('<', at)
      const end = next === -1 ? held.length : next
      events.text(held.slice(at, end))
      return end
    }
    if (!final && held.length - at < 5) return -1
    if (held.startsWith('<!--', at)) {
      until = /-->/g
      return at + 4
    }
    const letter = held[at + 1] ?? ''
    if (!/[a-z/!?]/i.test(letter)) {
      events.text('<')
      return at + 1
    }
    const end = endOfTag(held, at + 1, patience > 0)
    if (end === -1) {
      if (!final && held.length - at < longestTag) return -1
      patience--
      // No tag is that long: what follows up to the next one is passed over.
      until = />/g
      return at + 1
    }
    const [, closing = '', name = ''] = /^<(\/?)([a-z][\w:-]{0,30})/i.exec(held.slice(at, at + 40)) ?? []
    const tag = { name: name.toLowerCase(), closing: closing !== '', attributes: held.slice(at, end) }
    if (tag.name !== '') events.tag(tag)
    if (!tag.closing && unread.test(tag.name) && held[end - 1] !== '/')
      until = new RegExp(`</${tag.name}\\s{0,9}>`, 'gi')
    return end + 1
  }

  const consume = (final: boolean) => {
    let at = 0
    while (at < held.length) {
      const next = step(at, final)
      if (next === -1) break
      at = next
    }
    // Of what is passed over only so much is kept as may be the beginning of its end.
    held = until ? held.slice(Math.max(at, held.length - 40)) : held.slice(at)
  }

  return {
    push(text) {
      held += text
      consume(false)
    },
    end() {
      consume(true)
      held = ''
    },
  }
}
