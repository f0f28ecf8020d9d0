'use server'

import { action } from '#lib/auth/action.ts'
import type { Scope } from '#lib/core/scope.ts'
import { confirmTransfer, rejectTransfer } from './decide-transfers.ts'
import { deleteTransactions, editTransactions, restoreTransactions, updateTransaction } from './mutations.ts'
import { countOfPayee, getTransaction, listTransactions } from './queries.ts'
import {
  categoryUndoSchema,
  countOfPayeeSchema,
  editTransactionsSchema,
  listTransactionsSchema,
  pairSchema,
  setCategorySchema,
  splitTransactionSchema,
  transactionIdSchema,
  transactionIdsSchema,
  updateTransactionSchema,
} from './schema.ts'
import { setCategory, undoCategories } from './set-category.ts'
import { splitTransaction } from './split.ts'

const read = { refresh: false }

export const listTransactionsAction = action(
  listTransactionsSchema,
  (scope: Scope, input) => listTransactions(scope, input.filters, input.cursor, input.limit),
  read,
)
export const getTransactionAction = action(
  transactionIdSchema,
  (scope: Scope, input) => getTransaction(scope, input.id),
  read,
)
export const countOfPayeeAction = action(countOfPayeeSchema, countOfPayee, read)
export const updateTransactionAction = action(updateTransactionSchema, updateTransaction)
export const setCategoryAction = action(setCategorySchema, setCategory)
export const undoCategoriesAction = action(categoryUndoSchema, undoCategories)
export const editTransactionsAction = action(editTransactionsSchema, editTransactions)
export const deleteTransactionsAction = action(transactionIdsSchema, deleteTransactions)
export const restoreTransactionsAction = action(transactionIdsSchema, restoreTransactions)
export const splitTransactionAction = action(splitTransactionSchema, splitTransaction)
export const rejectTransferAction = action(transactionIdSchema, rejectTransfer)
export const confirmTransferAction = action(pairSchema, confirmTransfer)
