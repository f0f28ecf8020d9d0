import { z } from 'zod'
import { isIssuedCurrency } from '#lib/core/currency.ts'

/** A column by its header (compared without case, accents of composition or spaces) or by its 0-based position. */
const column = z.union([z.string().trim().min(1).max(200), z.number().int().min(0).max(999)])

/**
 * How to read one layout of CSV. Given by a person (or remembered), it settles every question: nothing is guessed
 * but the delimiter and the encoding when they are left out.
 */
export const mappingSchema = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258']).optional(),
  /** 0-based record that names the columns; null when there is none; left out: looked for by the column names. */
  headerRow: z.number().int().min(0).max(1000).nullable().optional(),
  columns: z
    .strictObject({
      date: column,
      transactionDate: column.optional(),
      amount: column.optional(),
      debit: column.optional(),
      credit: column.optional(),
      description: z.array(column).max(8),
      memo: column.optional(),
      balance: column.optional(),
      externalId: column.optional(),
      reference: column.optional(),
      checkNumber: column.optional(),
      category: column.optional(),
      /** A column that says debit or credit for unsigned amounts. */
      type: column.optional(),
      currency: column.optional(),
      status: column.optional(),
      account: column.optional(),
      /** The name of the account, where a file holds several and numbers none. */
      accountName: column.optional(),
      /** Who sent and who received the money: the payee is the one that is not the owner. */
      sender: column.optional(),
      recipient: column.optional(),
      /** Taken off the amount. */
      fee: column.optional(),
      tax: column.optional(),
    })
    .refine((c) => c.amount !== undefined || c.debit !== undefined || c.credit !== undefined, {
      message: 'Name an amount column, or a debit and a credit column.',
    }),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  decimal: z.enum(['.', ',']),
  /** `inverted`: the file prints charges as positive numbers. */
  sign: z.enum(['as_is', 'inverted']),
  /** Texts of the `type` column that mean money out; left out: the usual words of many languages. */
  debitWords: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  currency: z.string().refine(isIssuedCurrency, { message: 'Not a currency code of ISO 4217.' }).optional(),
  accountType: z
    .enum(['checking', 'savings', 'credit_card', 'loan', 'investment', 'cash', 'other'])
    .optional(),
})

export type Mapping = z.infer<typeof mappingSchema>
export type MappingColumn = z.infer<typeof column>
