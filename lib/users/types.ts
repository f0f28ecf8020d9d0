export type Profile = {
  id: string
  email: string
  name: string
  locale: 'en' | 'vi'
  isAdmin: boolean
  household: Household
}

export type Household = {
  id: string
  name: string
  currency: string
  timeZone: string
  monthStartDay: number
  weekendRule: 'none' | 'before' | 'after'
  role: 'owner' | 'member'
}

export type SessionItem = {
  id: string
  current: boolean
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  userAgent: string | null
  ipPrefix: string | null
}

export type TokenScope = 'read' | 'write'

export type ApiToken = {
  id: string
  name: string
  scopes: TokenScope[]
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

/** A token just made; `token` is shown this once and kept nowhere. */
export type CreatedToken = ApiToken & { token: string }

export type UserListItem = {
  id: string
  email: string
  name: string
  status: string
  isAdmin: boolean
  createdAt: Date
}

export type DoorEvent = {
  id: string
  event: string
  at: Date
  userAgent: string | null
  ipPrefix: string | null
}
