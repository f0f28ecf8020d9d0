import type { AccountPlan, Plan } from './plan.ts'
import { namesakeAsked, otherNumberAsked } from './resolve-account.ts'

/** How strictly a caller is asked: `asks` is set where a person sits in front of the questions. */
export type Asking = { accountName?: string; asks?: boolean }

/** Whether a new account would get the name of a stored one although nobody said that it is another. */
export const leavesNamesake = ({ resolved }: AccountPlan): boolean =>
  resolved.stored === null && resolved.made === undefined && resolved.namesakes.length > 0

/** Whether something about the account of a file must be answered by a person. */
export const leavesQuestion = (plan: AccountPlan): boolean =>
  leavesNamesake(plan) || plan.resolved.otherNumber === 'asked'

/**
 * Throws `conflict` when the plan rests on a name (with the choices), or against a number where a person can be asked. A person is asked about every namesake; a caller of the
 * API only about the name it gave itself, for a file that holds no number: a file of several accounts it could not answer for.
 */
export function requireAnswers(plan: Plan, { accountName, asks }: Asking): void {
  for (const account of plan.accounts) {
    const { read } = account.rows
    const { stored, otherNumber } = account.resolved
    if (stored && otherNumber === 'asked' && asks) throw otherNumberAsked(read, stored)
    const answerable =
      accountName !== undefined &&
      plan.accounts.length === 1 &&
      read.sourceAccountId === null &&
      read.last4 === null
    if (leavesNamesake(account) && (asks || answerable))
      throw namesakeAsked(account.resolved.namesakes[0]?.name ?? '', account.resolved.namesakes)
  }
}
