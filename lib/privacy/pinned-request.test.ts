import { createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { pinAddress, sendPinned } from './pinned-request.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A machine that answers with bytes of its own making. */
async function machine(answer: (socket: Socket) => void): Promise<URL> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
    open.push(() => socket.destroy())
  })
  open.push(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
}

const ask = (url: URL) =>
  sendPinned(url, { address: '127.0.0.1', family: 4 }, {}, { timeoutMs: 400, maxBytes: 1000 })

const drip = (start: string) => (socket: Socket) => {
  socket.write(start)
  const timer = setInterval(() => socket.write('x'), 20)
  socket.on('close', () => clearInterval(timer))
}

test.each<[string, (socket: Socket) => void, string]>([
  [
    'another protocol',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    'unreachable',
  ],
  ['only a promise', (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 'timeout'],
  ['a body that never ends', drip('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n'), 'timeout'],
  ['a head that never ends', drip('HTTP/1.1 200 OK\r\nX-'), 'timeout'],
  [
    'a head too large',
    (socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(99_999)}`),
    'unreachable',
  ],
  ['a body too large', (socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'y'.repeat(2000)}`), 'too_large'],
  [
    'two lengths at once',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n'),
    'unreachable',
  ],
  ['noise', (socket) => socket.write('SSH-2.0-x\r\n\r\n'), 'unreachable'],
  ['nothing, and hangs up', (socket) => socket.end(), 'unreachable'],
])('a machine that answers with %s ends the request', async (_name, answer, code) => {
  await expect(ask(await machine(answer))).rejects.toMatchObject({ name: 'EgressError', code })
})

test('hints before an answer are passed over', async () => {
  const url = await machine((socket) =>
    socket.write('HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'),
  )
  expect(await ask(url)).toMatchObject({ status: 200, body: Buffer.from('hi') })
})

test('a resolver that never answers ends the request', async () => {
  const resolve = () => new Promise<never>(() => undefined)
  await expect(pinAddress(new URL('https://slow.test/'), false, resolve, 50)).rejects.toMatchObject({
    code: 'timeout',
  })
})
