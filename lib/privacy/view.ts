const purposes = ['sync', 'link', 'revoke', 'webhook', 'mail', 'rates'] as const

/** A purpose that the catalogue has words for. */
export const purposeOf = (text: string): (typeof purposes)[number] | 'other' =>
  purposes.find((known) => known === text) ?? 'other'

/** How a request ended, in three words. */
export const outcomeOf = (text: string): 'started' | 'answered' | 'failed' =>
  text === 'started' || text === 'answered' ? text : 'failed'
