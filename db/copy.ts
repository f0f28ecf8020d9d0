import type pg from 'pg'

/** What `pg` needs of a query that it has no words for; it calls these as the server's messages come. */
type Connection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}
type Copy = {
  submit: (connection: pg.Connection) => void
  handleCopyInResponse: (connection: Connection) => void
  handleCopyData: (message: { chunk: Buffer }) => void
  handleCommandComplete: (message: { text: string }) => void
  handleError: (error: Error) => void
  handleReadyForQuery: () => void
}

/** `pg.Connection` has these methods; its types leave them out. */
const asConnection = (connection: pg.Connection): Connection => connection as unknown as Connection

const rowsOf = (tag: string): number => Number(/^COPY (\d+)$/.exec(tag)?.[1] ?? 0)

function copy(
  client: pg.ClientBase,
  sql: string,
  input: Buffer | null,
): Promise<{ bytes: Buffer; rows: number }> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let rows = 0
    let problem: Error | undefined
    const query: Copy = {
      submit: (connection) => asConnection(connection).query(sql),
      handleCopyInResponse: (connection) => {
        if (input) connection.sendCopyFromChunk(input)
        connection.endCopyFrom()
      },
      // The parser reuses its buffer.
      handleCopyData: ({ chunk }) => void pieces.push(Buffer.from(chunk)),
      handleCommandComplete: ({ text }) => {
        rows = rowsOf(text)
      },
      handleError: (error) => {
        if (problem) return
        problem = error
        reject(error)
      },
      handleReadyForQuery: () => {
        if (!problem) resolve({ bytes: Buffer.concat(pieces), rows })
      },
    }
    client.query(query)
  })
}

/** Runs a `COPY … TO STDOUT`: the rows in text format, and how many. Keep one call to some megabytes. */
export const copyOut = (client: pg.ClientBase, sql: string): Promise<{ bytes: Buffer; rows: number }> =>
  copy(client, sql, null)

/** Runs a `COPY … FROM STDIN` with these rows in text format; gives how many went in. */
export const copyIn = async (client: pg.ClientBase, sql: string, bytes: Buffer): Promise<number> =>
  (await copy(client, sql, bytes)).rows
