import { chmodSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type Batch, createBatcher } from './batches.ts'
import { copyInFrame, createFrameReader, errorFrame, readOpening } from './frames.ts'
import type { Turnstile, Visitor } from './turnstile.ts'

export type WireOptions = {
  turnstile: Turnstile
  /** The engine's answer to a start-up packet: every client gets the same. */
  greeting: Buffer
  maxConnections: number
}

export type WireServer = {
  /** Listens on a Unix socket's path, or on a free loopback port; gives the port (0 for a socket). */
  listen: (path: string | null) => Promise<number>
  /** Refuses newcomers and closes every connection; open transactions are rolled back. */
  close: () => Promise<void>
  connections: () => number
}

/** Serves the PostgreSQL protocol to many clients, one transaction at a time. */
export function createWireServer({ turnstile, greeting, maxConnections }: WireOptions): WireServer {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    if (open.size > maxConnections) fail(socket, '53300', 'Too many connections to the embedded database.')
    else welcome(socket, greeting, turnstile)
  })
  return {
    listen: (path) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        const done = (): void => {
          server.off('error', reject)
          if (path) chmodSync(path, 0o600)
          resolve(path ? 0 : portOf(server.address()))
        }
        if (path) server.listen(path, done)
        else server.listen(0, '127.0.0.1', done)
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) fail(socket, '57P01', 'The database is shutting down.')
      }),
    connections: () => open.size,
  }
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0

function fail(socket: Socket, code: string, message: string): void {
  socket.end(errorFrame('FATAL', code, message))
  setTimeout(() => socket.destroy(), 1000).unref()
}

/** Answers the opening packets, then hands the connection to its conversation. */
function welcome(socket: Socket, greeting: Buffer, turnstile: Turnstile): void {
  let opening = Buffer.alloc(0)
  const onOpening = (chunk: Buffer): void => {
    opening = Buffer.concat([opening, chunk])
    for (;;) {
      const { kind, length } = readOpening(opening)
      if (kind === 'incomplete') return
      if (kind === 'cancel' || kind === 'unknown') return void socket.destroy()
      opening = opening.subarray(length)
      if (kind === 'encryption') socket.write('N')
      else break
    }
    socket.off('data', onOpening)
    socket.write(greeting)
    const read = converse(socket, turnstile)
    socket.on('data', read)
    if (opening.length > 0) read(opening)
  }
  socket.on('data', onOpening)
}

function converse(socket: Socket, turnstile: Turnstile): (chunk: Buffer) => void {
  const readFrames = createFrameReader()
  const gather = createBatcher()
  const copies = new WeakMap<Batch, ReturnType<typeof createFrameReader>>()
  const visitor: Visitor = {
    waiting: [],
    gone: false,
    receive: (piece, batch) => {
      if (!batch.copyIn) return void socket.write(Buffer.from(piece))
      // The client already got its copy-in answer, before the engine saw the statement.
      const reader = copies.get(batch) ?? createFrameReader()
      copies.set(batch, reader)
      for (const { type, bytes } of reader(Buffer.from(piece))) if (type !== 'G') socket.write(bytes)
    },
    evict: () => fail(socket, '25P03', 'The transaction was idle for too long and is rolled back.'),
  }
  socket.once('close', () => {
    visitor.gone = true
    turnstile.wake(visitor)
  })
  return (chunk) => {
    try {
      for (const message of readFrames(chunk)) {
        const gathered = gather(message)
        if (gathered?.kind === 'batch') visitor.waiting.push(gathered.batch)
        else if (gathered?.kind === 'copyReady') socket.write(copyInFrame())
        else if (gathered?.kind === 'refused') return fail(socket, '0A000', gathered.message)
        else if (gathered?.kind === 'goodbye') return void socket.end()
      }
    } catch {
      return fail(socket, '08P01', 'The bytes are not the PostgreSQL protocol.')
    }
    if (visitor.waiting.length > 0) turnstile.wake(visitor)
  }
}
