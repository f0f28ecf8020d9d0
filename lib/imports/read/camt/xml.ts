import { SaxesParser } from 'saxes'
import { isAppError } from '#lib/core/errors.ts'
import { refuse } from '../refusal.ts'

/** What a reader hears about a document. Names come without their namespace prefix. */
export type XmlEvents = {
  open(name: string, line: number, attributes: ReadonlyMap<string, string>): void
  /** Every piece of text as it comes, before the element it stands in is left. */
  text?(piece: string): void
  /** An element without children: its text, trimmed, and its attributes by local name. */
  leaf(name: string, text: string, attributes: ReadonlyMap<string, string>): void
  /** The end of an element with children. */
  close(name: string): void
}

const deepest = 60
/** Text between two tags: what is longer is no statement, and would have to be held in memory. */
const longestPiece = 4 * 1024 * 1024

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece, strictly: a document that is not well formed or not complete is refused. A DOCTYPE is refused
 * too, so there are no entities but the five of XML, and nothing is ever fetched.
 */
export function xmlReader(events: XmlEvents): { push(text: string): void; end(): void } {
  const parser = new SaxesParser({ position: true })
  const parents: boolean[] = []
  let attributes = new Map<string, string>()
  let text = ''
  let quiet = 0
  let ended = false
  let started = false
  /** Lines before the document begins. */
  let blank = 0
  const line = (): number => blank + parser.line

  const broken = (detail: string) =>
    refuse('xmlBroken', `The XML of this file is broken at line ${line()}: ${detail}`, {
      line: line(),
    })

  parser.on('error', (error) => {
    if (ended) throw refuse('cutOff', 'The file ends in the middle: it was not downloaded completely.')
    throw broken(error.message.replace(/^\d+:\d+:\s*/, '').slice(0, 80))
  })
  parser.on('doctype', () => {
    throw refuse(
      'doctype',
      'The file holds a document type definition, which bank statements never do. Download it from the bank again.',
    )
  })
  parser.on('opentag', (tag) => {
    quiet = 0
    if (parents.length >= deepest) throw broken('elements are nested too deeply.')
    if (parents.length > 0) parents[parents.length - 1] = true
    parents.push(false)
    text = ''
    attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [local(name), String(value)]))
    events.open(local(tag.name), line(), attributes)
  })
  const more = (piece: string) => {
    quiet = 0
    text += piece
    events.text?.(piece)
    if (text.length > longestPiece) throw broken('a text is longer than 4 MB.')
  }
  parser.on('text', more)
  parser.on('cdata', more)
  parser.on('closetag', (tag) => {
    quiet = 0
    const name = local(tag.name)
    if (parents.pop()) events.close(name)
    else events.leaf(name, text.trim(), attributes)
    text = ''
  })

  /** Nothing may stand before the declaration of XML, but white space often does. */
  const withoutBlankStart = (piece: string): string => {
    const text = piece.replace(/^[\s\ufeff]+/, '')
    blank += piece.slice(0, piece.length - text.length).split('\n').length - 1
    started = text !== ''
    return text
  }

  const feed = (step: () => void) => {
    try {
      step()
    } catch (error) {
      if (isAppError(error)) throw error
      throw broken(error instanceof Error ? error.message.slice(0, 80) : 'it cannot be read.')
    }
  }
  return {
    push(piece) {
      quiet += piece.length
      if (quiet > longestPiece) throw broken('a text is longer than 4 MB.')
      const text = started ? piece : withoutBlankStart(piece)
      if (text !== '') feed(() => parser.write(text))
    },
    end() {
      ended = true
      feed(() => parser.close())
    },
  }
}
