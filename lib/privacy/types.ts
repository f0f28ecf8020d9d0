export type EgressCode =
  | 'third_parties_off'
  | 'bad_address'
  | 'private_address'
  | 'unreachable'
  | 'redirect'
  | 'too_large'
  | 'timeout'

/** A request that was refused or broke off. The message holds the host at most: no path, no value. */
export class EgressError extends Error {
  override readonly name = 'EgressError'
  readonly code: EgressCode

  constructor(code: EgressCode, message: string) {
    super(message)
    this.code = code
  }
}

export type OutboundRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** All headers there are, besides host and length: nothing is added. */
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

/** Header names are lower case. */
export type OutboundResponse = {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** The only way out: bound to a household, a purpose and a consent by `openEgress`. Throws EgressError. */
export type OutboundFetch = (url: string, request?: OutboundRequest) => Promise<OutboundResponse>
