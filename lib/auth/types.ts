/** What a session says about its holder; never the token or its hash. */
export type SessionState = {
  sessionId: string
  userId: string
  email: string
  name: string
  isAdmin: boolean
  locale: 'en' | 'vi'
  amr: string[]
  authTime: Date
  expires: Date
  household: {
    id: string
    currency: string
    timeZone: string
    monthStartDay: number
    weekendRule: 'none' | 'before' | 'after'
  }
}

/** Where a request comes from, as far as it may be kept: a network, never an address; a family of browsers. */
export type Client = { ipPrefix: string | null; userAgent: string | null }
