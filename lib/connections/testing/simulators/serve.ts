import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { SimulatedBank } from '../simulated-bank.ts'

export type Simulator = { origin: string; close: () => Promise<void> }
export type SimulatedRequest = { method: string; url: URL; headers: IncomingMessage['headers']; body: string }
export type SimulatedAnswer = { status: number; body: string; headers?: Record<string, string> }
export type Served = SimulatedAnswer | 'hang' | 'cut'

/** A real HTTP server on loopback for as long as a test takes. */
export async function serveSimulator(
  answer: (request: SimulatedRequest) => Served | Promise<Served>,
): Promise<Simulator> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', 'http://simulator.test')
    const body = Buffer.concat(chunks).toString()
    send(response, await answer({ method: request.method ?? 'GET', url, headers: request.headers, body }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function send(response: ServerResponse, answer: SimulatedAnswer | 'hang' | 'cut'): void {
  if (answer === 'hang') return
  if (answer === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5000 })
    response.write('{"accounts": [', () => response.destroy())
    return
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
  response.end(answer.body)
}

/** The answer of the bank's next fault; null when it has none. */
export function faultOf(bank: SimulatedBank): SimulatedAnswer | 'hang' | 'cut' | null {
  const fault = bank.faults.shift()
  if (!fault) return null
  if (fault === 'hang' || fault === 'cut') return fault
  if (fault === '429') return { status: 429, body: 'slow down', headers: { 'retry-after': '120' } }
  if (fault === 'redirect') return { status: 302, body: '', headers: { location: 'https://elsewhere.test/' } }
  return fault === '500' ? { status: 500, body: '<h1>oops</h1>' } : { status: 200, body: '<html>maintenance' }
}
