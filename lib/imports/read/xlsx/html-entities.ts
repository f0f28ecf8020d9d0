/** The names of U+00A1 to U+00FF, in order. */
const latin =
  'iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 ' +
  'sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute ' +
  'Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH ' +
  'Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'

const named = new Map<string, string>([
  ...latin.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa1 + at)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['euro', '€'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['minus', '−'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['Dstrok', 'Đ'],
  ['dstrok', 'đ'],
  ['Abreve', 'Ă'],
  ['abreve', 'ă'],
])

/** The letter of a name such as `eacute`. */
export const letterNamed = (name: string): string | undefined => named.get(name)

const windows = new TextDecoder('windows-1252')

function byNumber(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows.decode(Uint8Array.of(code))
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ' '
  return String.fromCodePoint(code)
}

/** A text of HTML with its character references replaced; those that nobody knows stay as they are. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]\w{1,9}));?/g,
        (whole, decimal, hex, name) =>
          name ? (named.get(name) ?? whole) : byNumber(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
      )
    : text
