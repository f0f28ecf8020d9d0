const longest = 200
const quotes: Readonly<Record<string, string>> = { '&#39;': "'", '&apos;': "'", '&#34;': '"', '&quot;': '"' }

/**
 * A provider's words made harmless: no tags, no entities left to decode, no control or direction marks, one line, 200 letters.
 * Only what a browser would take for a tag or an entity goes: "AT&T" and "<3" are names.
 */
export function plainText(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/&(?:amp;)+/gi, '&')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[a-z/!?][^>]*>?/gi, ' ')
    .replace(/&(?:#x?[0-9a-f]+|[a-z][a-z0-9]{1,30});/gi, (entity) => quotes[entity.toLowerCase()] ?? ' ')
    .replace(/&(?:#\w+|(?:lt|gt|quot|nbsp)(?![a-z]))/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...plain].slice(0, longest).join('')
}
