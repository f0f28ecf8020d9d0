import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { waitFor } from '../testing/wait-for.ts'
import { frame, queryFrame } from './frames.ts'
import { openEmbedded } from './open.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase(null)
  pool = new pg.Pool({ ...database.address, max: 8 })
  await pool.query('CREATE TABLE notes (id int, body text)')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(database.address)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Breaks the connection as a crash does. */
const die = (client: pg.Client): void => {
  const connection: unknown = Reflect.get(client, 'connection')
  const stream: unknown =
    typeof connection === 'object' && connection ? Reflect.get(connection, 'stream') : null
  if (stream && typeof stream === 'object' && 'destroy' in stream && typeof stream.destroy === 'function')
    stream.destroy()
}

const countOf = async (id: number): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM notes WHERE id = $1', [id])
  return rows[0]?.n ?? -1
}

test('answers go to who asked, also when statements are larger than a packet', async () => {
  const big = 'x'.repeat(400_000)
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const body = i % 3 === 0 ? big : 'small'
      const result = await pool.query(`SELECT $1::int AS me, length($2) AS size, ${i} AS literal`, [i, body])
      return { i, size: body.length, row: result.rows[0] }
    }),
  )
  for (const { i, size, row } of answers) expect(row).toEqual({ me: i, size, literal: i })
})

test('a client that dies in a transaction is rolled back and blocks nobody', async () => {
  const client = await connect()
  await client.query('BEGIN')
  await client.query('INSERT INTO notes VALUES (1, $1)', ['lost'])
  const waiting = countOf(1)
  die(client)
  expect(await waiting).toBe(0)
})

test('a client that dies right after BEGIN, before its answer, blocks nobody', async () => {
  const client = await connect()
  client.query('BEGIN').catch(() => undefined)
  client.query('INSERT INTO notes VALUES (2, $1)', ['lost']).catch(() => undefined)
  setImmediate(() => die(client))
  await waitFor('the engine to be free', async () => (await countOf(2)) === 0)
})

test('a transaction is not disturbed by others', async () => {
  const client = await connect()
  await client.query('BEGIN')
  await client.query('INSERT INTO notes VALUES (3, $1)', ['mine'])
  let others = 0
  const outside = Promise.all(
    [1, 2, 3].map(() => pool.query('SELECT count(*) FROM notes').then(() => (others += 1))),
  )
  await client.query('SELECT 1')
  expect(others).toBe(0)
  await client.query('COMMIT')
  await outside
  expect(await countOf(3)).toBe(1)
  await client.end()
})

test('an error leaves the connection and the others working', async () => {
  await expect(pool.query('SELECT 1 / $1::int', [0])).rejects.toThrow(/division by zero/)
  await expect(pool.query('SELEC')).rejects.toThrow(/syntax/)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a named statement is refused in words, and the others go on', async () => {
  const client = await connect()
  await expect(client.query({ name: 'mine', text: 'SELECT 1' })).rejects.toThrow(/session is shared/)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('COPY FROM STDIN works for a client that waits to be asked for its rows', async () => {
  const { createConnection } = await import('node:net')
  const { host } = database.address
  const socket = createConnection(`${host}/.s.PGSQL.5432`)
  const startup = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0\0')
  startup.writeInt32BE(startup.length, 0)
  let heard = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk])
  })
  socket.write(startup)
  await waitFor('the greeting', () => heard.includes('Z'))
  heard = Buffer.alloc(0)
  socket.write(queryFrame('COPY notes FROM STDIN'))
  await waitFor('the copy-in answer', () => heard[0] === 0x47)
  socket.write(Buffer.concat([frame('d', Buffer.from('4\tone\n4\ttwo\n')), frame('c')]))
  await waitFor('the end of the copy', () => heard.includes('COPY 2'))
  socket.destroy()
  expect(await countOf(4)).toBe(2)
})

test('noise instead of the protocol closes only its own connection', async () => {
  const { createConnection } = await import('node:net')
  const socket = createConnection(`${database.address.host}/.s.PGSQL.5432`)
  let closed = false
  socket.on('close', () => {
    closed = true
  })
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\n\r\n')
  await waitFor('the connection to close', () => closed)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a transaction that falls silent is rolled back', async () => {
  const other = await createTestDatabase(null)
  await other.drop()
  const strict = await openEmbedded(other.environment.MINH_DATA_DIR, {
    memory: true,
    idleInTransactionMs: 100,
  })
  const client = new pg.Client(strict.address)
  let problem = ''
  client.on('error', (error) => {
    problem = error.message
  })
  await client.connect()
  await client.query('BEGIN')
  const second = new pg.Client(strict.address)
  await second.connect()
  await second.query('SELECT 1')
  await waitFor('the eviction', () => problem !== '')
  await second.end()
  await strict.stop()
})
