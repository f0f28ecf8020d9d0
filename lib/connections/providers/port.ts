import type { AccountType } from '#lib/accounts/types.ts'
import type { ListedBank } from '#lib/connections/listed-bank.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import type { OutboundFetch } from '#lib/privacy/types.ts'
import type { Secret } from '#lib/secrets/secret.ts'

export type ProviderId = 'demo' | 'simplefin' | 'plaid' | 'paypal' | 'mastercard' | 'enablebanking' | 'sepay'

export type Capabilities = {
  /** How linking begins: a token is pasted, keys are typed, or the person goes to the provider's page and comes back. */
  link: 'token' | 'keys' | 'redirect'
  /** `window`: a pull lists everything of a range, what is missing is gone. `delta`: it names what changed. */
  listing: 'window' | 'delta'
  /** Whether a posted row names the pending one it was. */
  pendingLinks: boolean
  webhooks: boolean
  /** Whether a broken login is repaired in place (`repair` of a link request). */
  repair: boolean
  /** Requests that the provider allows for one connection and day; null: it does not say. */
  requestsPerDay: number | null
  /** Requests that the provider takes in a second from this machine; absent: it does not say. */
  requestsPerSecond?: number
  /** Minutes between scheduled syncs. */
  syncEveryMinutes: number
}

/** What a provider's functions work with. They hold no state, open nothing themselves and read no clock. */
export type ProviderContext = {
  fetch: OutboundFetch
  /** The connection's own secret; null before it is linked. */
  secret: Secret | null
  /** The instance's keys for this provider, by the names of `settingNames`. */
  settings: Readonly<Record<string, Secret>>
  now: Date
  locale: 'en' | 'vi'
  /** The household's zone, for providers that give instants. */
  timeZone: string
  /** Whether a person waits for the answer; some providers may not be asked everything by the clock. */
  byPerson: boolean
  signal?: AbortSignal
}

export type LinkRequest = {
  institutionId: string | null
  /** Where the person comes back to; it carries nothing yet. */
  returnUrl: string
  /** Unguessable; comes back with the person. */
  state: string
  /** True when the context's secret belongs to a login that has to be repaired. */
  repair: boolean
  /** Logins at this provider: the household's that are linked, and how many the instance ever had. */
  known: KnownLogins
}

export type KnownLogin = { institutionId: string | null; last4s: readonly string[] }
export type KnownLogins = { linked: readonly KnownLogin[]; ever: number }

/** `form`: the person types these fields. `redirect`: they go to `url`; `secret` is kept until they are back. */
export type LinkStart =
  | { kind: 'form'; fields: readonly LinkField[] }
  | { kind: 'redirect'; url: string; secret: Secret | null; expiresAt: Date }

/** `name` is a key under `connections.fields` of the message catalogue. */
export type LinkField = { name: string; secret: boolean; multiline?: boolean }

export type LinkAnswer = {
  /** What was typed, or the query of the address the person came back to. */
  fields: Readonly<Record<string, string>>
  /** What `startLink` gave to be kept. */
  kept: Secret | null
  repair: boolean
  known: KnownLogins
}

export type Linked = {
  secret: Secret
  /** The provider's public name of the login, for its webhooks and to refuse a second link of the same. */
  itemKey: string | null
  institutionId: string | null
  institutionName: string
  consentExpiresAt: Date | null
}

export type ProviderBalance = { minor: bigint; available: bigint | null; asOf: CalendarDate }

export type ProviderAccount = {
  id: string
  name: string
  institution: string | null
  type: AccountType
  currency: string
  last4: string | null
  balance: ProviderBalance | null
}

/** `minor` from the holder's view: money out is negative, on cards too. Texts are as the provider gives them. */
export type ProviderRow = {
  accountId: string
  id: string
  /** The id this row had while it was pending, when the provider says so. */
  pendingId: string | null
  date: CalendarDate
  transactionDate: CalendarDate | null
  minor: bigint
  payee: string
  rawDescription: string
  memo: string | null
  checkNumber: string | null
  status: 'posted' | 'pending'
  /** The provider's category in the words of the taxonomy, or null. */
  providerCategory: string | null
}

/** Every row of this account booked from `from` to `to`, and every pending one, is in the pull. */
export type Listed = { accountId: string; from: CalendarDate; to: CalendarDate }

/** Something the provider remarked: a code under `connections.notices`, with its text made plain. */
export type Notice = { code: NoticeCode; accountId?: string; text?: string }
export type NoticeCode =
  | 'provider_says'
  | 'account_needs_attention'
  | 'custom_currency'
  | 'balance_is_old'
  | 'not_ready'

/** All pages of one pull, collected. A row is in at most one of `added` and `modified`; unknown ids in `removed` are ignored. */
export type Pull = {
  accounts: ProviderAccount[]
  added: ProviderRow[]
  modified: ProviderRow[]
  removed: { accountId: string | null; id: string }[]
  listed: Listed[]
  cursor: string | null
  notices: Notice[]
  /** False when the provider says that it has more later (still collecting history): ask again soon. */
  ready: boolean
  /** A login behind this connection that needs the person; the others were pulled all the same. */
  needsReauth: boolean
}

/** How far a pull is, for the page. */
export type PullProgress = (progress: { requests: number; rows: number }) => void

export type WebhookRequest = { headers: Readonly<Record<string, string>>; body: string }

/** `eventId` is the same for a webhook that comes twice. */
export type WebhookEvent = {
  eventId: string
  itemKey: string | null
  kind: 'rows' | 'needs_reauth' | 'expiring' | 'repaired' | 'revoked' | 'other'
  /** With `expiring`: when the access ends. */
  expiresAt?: Date
}

export type Health = { state: 'ok' | 'needs_reauth' | 'expiring' | 'down'; consentExpiresAt: Date | null }

/** A bank, an aggregator or a service that has accounts and rows. Plain functions; all failures are ProviderError. */
export type Provider = {
  id: ProviderId
  capabilities: Capabilities
  /** The instance's keys it needs; without them it is not offered. Names are keys under `connections.settings`. */
  settingNames: readonly string[]
  /** Only where the provider itself says which banks it reaches: those of a country (two letters). */
  listInstitutions?: (context: ProviderContext, country: string) => Promise<ListedBank[]>
  startLink: (context: ProviderContext, request: LinkRequest) => Promise<LinkStart>
  completeLink: (context: ProviderContext, answer: LinkAnswer) => Promise<Linked>
  listAccounts: (context: ProviderContext) => Promise<ProviderAccount[]>
  pull: (context: ProviderContext, cursor: string | null, onProgress: PullProgress) => Promise<Pull>
  /** Throws ProviderError `forged` for one that is not proved, stale or replayed. */
  verifyWebhook: (context: ProviderContext, request: WebhookRequest) => Promise<WebhookEvent>
  /** Asks the provider to forget; false when it has no way to be asked. */
  revoke: (context: ProviderContext) => Promise<boolean>
  health: (context: ProviderContext) => Promise<Health>
}
