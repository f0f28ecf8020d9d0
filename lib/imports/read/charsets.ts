/** What TextDecoder and the charsets it does not know have in common. */
export type Decoder = { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }

const accents = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ'
/** The upper half of the charsets of DOS. */
const upperHalves: Record<string, string> = {
  ibm437: `${accents}¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0`,
  ibm850: `${accents}ø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0`,
  ibm858: `${accents}ø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0`,
}

/** A decoder of a charset that `charsetNamed` or the detection gave. */
export function decoderOf(encoding: string): Decoder {
  const upper = Object.hasOwn(upperHalves, encoding) ? upperHalves[encoding] : undefined
  if (upper === undefined) return new TextDecoder(encoding)
  const lower = new TextDecoder('latin1')
  return {
    decode: (bytes) =>
      lower.decode(bytes).replace(/[\u0080-\uffff]/g, (letter) => upper[dosByte(letter)] ?? letter),
  }
}

const windowsUpper = new TextDecoder('latin1').decode(Uint8Array.from({ length: 128 }, (_, at) => 128 + at))
const places = new Map([...windowsUpper].map((letter, at) => [letter, at]))
const dosByte = (letter: string): number => places.get(letter) ?? -1

/** Charsets that are named by the number of their code page. */
const pages: Record<string, string> = {
  437: 'ibm437',
  850: 'ibm850',
  858: 'ibm858',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
}

/** The charset a header means by a name such as `1252`, `8859-1`, `CP850` or `UTF-8`; null when it is none. */
export function charsetNamed(name: string): string | null {
  const page = /^(?:cp|ibm|dos|ms)?[-_]?(\d{3,5})$/i.exec(name)?.[1] ?? ''
  if (Object.hasOwn(pages, page)) return pages[page] ?? null
  const label = /^125\d$/.test(page) ? `windows-${page}` : /^8859-\d+$/.test(name) ? `iso-${name}` : name
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** ü é ä ö of DOS between letters: in windows-1252 these are quotes, which stand at the edges of words. */
const dosLetter = /(?:[a-z][\x81\x82\x84\x94][A-Za-z\xe1]|[A-Z][\x81\x82\x84\x94][a-z])/
const otherLetter = /[\x9b-\x9f\xa6-\xe0\xe2-\xff]/

/** DOS, when a text (its bytes as Latin-1) has letters of it and none of another charset. */
export const dosCharset = (text: string): string | null =>
  dosLetter.test(text) && !otherLetter.test(text) ? 'ibm850' : null
