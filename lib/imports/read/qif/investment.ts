/** Actions that move money and no security, and the direction of their amount; `0`: the amount carries its own sign. */
const cashActions: Record<string, 1 | -1 | 0> = {
  '': 0,
  cash: 0,
  xin: 1,
  contribx: 1,
  xout: -1,
  withdrwx: -1,
  miscinc: 1,
  intinc: 1,
  miscexp: -1,
  margint: -1,
}

const actionOf = (text: string): 1 | -1 | 0 | undefined => {
  const action = text.trim().toLowerCase()
  return Object.hasOwn(cashActions, action) ? cashActions[action] : undefined
}

/** Whether a record of an investment account moves its cash: it has an amount, names no security and buys or sells none. */
export const isCashMovement = (fields: ReadonlyMap<string, string>): boolean =>
  !fields.get('Y') &&
  !fields.get('Q') &&
  Boolean(fields.get('T') ?? fields.get('U')) &&
  actionOf(fields.get('N') ?? '') !== undefined

/** Money out of the account is −1. */
export const signOfAction = (action: string): bigint => (actionOf(action) === -1 ? -1n : 1n)
