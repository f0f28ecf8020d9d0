/** Polish in bytes of its own: in windows-1252 these would be ¹ ³ ¿ ± ¶ beside a letter, which no language writes. */
function polishCharset(text: string): string | null {
  const beside = (odd: string) =>
    text.match(new RegExp(`[a-zA-Z\\u00f3][${odd}]|[${odd}][a-zA-Z]`, 'g'))?.length ?? 0
  if (beside('\\u00b3\\u00bf') + beside('\\u00b9\\u009c\\u00b1\\u00b6') < 2) return null
  return beside('\\u00b1\\u00b6') > beside('\\u00b9\\u009c') ? 'iso-8859-2' : 'windows-1250'
}

/** Cyrillic: whole words of letters that windows-1252 has accents for, which no language strings together. */
function cyrillicCharset(text: string): string | null {
  const words = text.match(/[\u00c0-\u00ff]{4,}/g)?.length ?? 0
  const others = text.match(/[\u0080-\u00bf]/g)?.length ?? 0
  const letters = text.match(/[\u00c0-\u00ff]/g)?.length ?? 0
  return words >= 2 && others * 10 < letters ? 'windows-1251' : null
}

/** Czech, Slovak and Hungarian: letters side by side that no language of windows-1252 has together. */
function centralCharset(text: string): string | null {
  // With a foreign name in it, Danish and Norwegian have ø and è too, and Portuguese õ and û: but also æ, å and ã, ç.
  const czech =
    !/[\u00e5\u00e6]/.test(text) &&
    /\u00f8/.test(text) &&
    /[\u00ec\u00e8\u00f9\u00ef]/.test(text) &&
    /[\u00ed\u00fd\u00e1]/.test(text)
  const hungarian =
    !/[\u00e3\u00e7]/.test(text) &&
    /\u00f5/.test(text) &&
    /\u00fb/.test(text) &&
    /[\u00f3\u00f6\u00fc]/.test(text)
  return czech || hungarian ? 'windows-1250' : null
}

/** Vietnamese: tones that stand behind their vowel, and the đ that no text of the language does without. */
function vietnameseCharset(text: string): string | null {
  // None of these letters follows a vowel in Vietnamese, but þ does in Icelandic: `bankaþjónusta`.
  const tones =
    text.match(
      /[aeiouyAEIOUY\u00e2\u00ea\u00f4\u00e3\u00f5\u00fd\u00c2\u00ca\u00d4\u00c3\u00d5\u00dd][\u00cc\u00d2\u00de\u00ec\u00f2](?![bdfjklqrsvwxzBDFJKLQRSVWXZ])/g,
    )?.length ?? 0
  return tones >= 3 && /[\u00d0\u00f0]/.test(text) ? 'windows-1258' : null
}

/** Japanese: valid throughout, with letters of its own scripts and none of private use. */
function japaneseCharset(head: Uint8Array): string | null {
  const text = new TextDecoder('shift_jis').decode(head, { stream: true })
  const own = text.match(/[\u3041-\u30fe]/g)?.length ?? 0
  const kanji = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return own + kanji >= 4 && own > 0 && !/[\ufffd\ue000-\uf8ff]/.test(text) ? 'shift_jis' : null
}

/** The charset of bytes that are no UTF-8, by the letters they would be in windows-1252; null when nothing speaks against it. */
export function charsetByLetters(head: Uint8Array): string | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  return (
    japaneseCharset(head) ??
    polishCharset(text) ??
    cyrillicCharset(text) ??
    vietnameseCharset(text) ??
    centralCharset(text)
  )
}
