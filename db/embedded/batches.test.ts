import { expect, test } from 'vitest'
import { createBatcher } from './batches.ts'
import { createFrameReader, type Frame, frame, queryFrame, readOpening, refusal } from './frames.ts'

const parsed = (bytes: Buffer): Frame[] => createFrameReader()(bytes)
const message = (type: string, body = ''): Frame => ({ type, bytes: frame(type, Buffer.from(body)) })
const query = (sql: string): Frame => ({ type: 'Q', bytes: queryFrame(sql) })

test('messages come out whole, however the bytes are cut', () => {
  const bytes = Buffer.concat([queryFrame('select 1'), frame('S'), queryFrame('select 2')])
  const whole = parsed(bytes).map((part) => part.bytes.toString())
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const read = createFrameReader()
    const parts = [...read(bytes.subarray(0, cut)), ...read(bytes.subarray(cut))]
    expect(parts.map((part) => part.bytes.toString())).toEqual(whole)
  }
})

test('a length that cannot be is an error, not a wait for gigabytes', () => {
  expect(() => parsed(Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff]))).toThrow(RangeError)
  expect(() => parsed(Buffer.from([0x51, 0, 0, 0, 1]))).toThrow(RangeError)
})

test('parse, bind and execute reach the engine in one piece', () => {
  const gather = createBatcher()
  expect(['P', 'B', 'D', 'E'].map((type) => gather(message(type, '\0')))).toEqual([null, null, null, null])
  expect(gather(message('S'))).toMatchObject({ kind: 'batch', batch: { endsCycle: true, copyIn: false } })
})

test('a flush sends what there is, but the cycle goes on', () => {
  const gather = createBatcher()
  gather(message('P', '\0'))
  expect(gather(message('H'))).toMatchObject({ kind: 'batch', batch: { endsCycle: false } })
})

test('a copy-in is answered first and handed over with its rows', () => {
  const gather = createBatcher()
  expect(gather(query('COPY t FROM STDIN'))).toEqual({ kind: 'copyReady' })
  expect(gather(message('d', '1\n'))).toBeNull()
  const done = gather(message('c'))
  expect(done).toMatchObject({ kind: 'batch', batch: { copyIn: true, endsCycle: true } })
})

test('rows without a copy are dropped, as the protocol says', () => {
  expect(createBatcher()(message('d', '1\n'))).toBeNull()
})

test('a query in the middle of a copy is refused', () => {
  const gather = createBatcher()
  gather(query('copy t from stdin'))
  expect(gather(query('select 1'))).toMatchObject({ kind: 'refused' })
})

test('a named statement is refused: the session is shared', () => {
  expect(refusal(message('P', 'name\0select 1\0'))).toMatch(/shared/)
  expect(refusal(message('P', '\0select 1\0'))).toBeNull()
  expect(refusal(message('P', '\0copy t from stdin\0'))).toMatch(/simple query/)
})

test('the opening packets are told apart', () => {
  const packet = (code: number, rest = '') => {
    const bytes = Buffer.alloc(8 + rest.length)
    bytes.writeInt32BE(bytes.length, 0)
    bytes.writeInt32BE(code, 4)
    bytes.write(rest, 8)
    return bytes
  }
  expect(readOpening(packet(80877103)).kind).toBe('encryption')
  expect(readOpening(packet(80877102, '12345678')).kind).toBe('cancel')
  expect(readOpening(packet(196608, 'user\0x\0\0')).kind).toBe('startup')
  expect(readOpening(packet(196608, 'user').subarray(0, 9)).kind).toBe('incomplete')
  expect(readOpening(Buffer.from('GET / HTTP/1.1\r\n')).kind).toBe('unknown')
})
