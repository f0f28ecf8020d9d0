'use server'

import { action } from '#lib/auth/action.ts'
import { createAccount, deleteAccount, updateAccount } from './mutations.ts'
import { createAccountSchema, deleteAccountSchema, updateAccountSchema } from './schema.ts'

export const createAccountAction = action(createAccountSchema, createAccount)
export const updateAccountAction = action(updateAccountSchema, updateAccount)
export const deleteAccountAction = action(deleteAccountSchema, deleteAccount)
