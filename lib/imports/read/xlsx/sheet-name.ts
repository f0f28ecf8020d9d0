import { isMonthName } from '../day.ts'
import { foldHeader } from '../text.ts'

/** Words that name no account: what a program calls a sheet, what it holds, and parts of a year. */
const plain =
  /^(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|arkusz|list|taulukko|planilha|lap|page|seite|part|teil|table|data|export|report|statements?|transactions?|history|activity|umsatze|buchungen|operations?|operaciones|operazioni|movimientos|movimenti|mouvements|transakcje|transaktionen|transacties|sao|ke|giao|dich|thang|nam|quy|quarter|year|month|monat|jahr|of|to|from|until|bis|von|posted|pending|booked|cleared|all|debits?|credits?|in|out|income|expenses?|einnahmen|ausgaben|recettes|depenses|ingresos|gastos|details?|summary|account|accounts|konto|compte|cuenta|conto|q[1-4]|h[12]|\d{1,2}|(?:19|20)\d{2}(?:\d{2}){0,2})$/

/** What a sheet is called apart from its period: `Checking Jan 2026` is Checking, `Sheet1` and `March` are nothing. */
export const accountInSheetName = (name: string): string =>
  name
    .split(/[^\p{L}\p{M}\p{N}]+|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u)
    .filter((word) => word !== '' && !plain.test(foldHeader(word)) && !isMonthName(word))
    .join(' ')
