import { fold } from './words.ts'

/** What banks and card processors wrap around a name. Only patterns: how they are used is in payee.ts. */

/** What comes before the name. Tried again and again until none is left. */
export const prefixes: readonly RegExp[] = [
  /^(sq|tst|sp|py|pp|paypal|bt|fsp|zsk|cke|eb|in|wpy|ls|clr|ic|dd|sumup|izl?|zettle|adyen|ady|stripe|evb|bam|gg|dnh|2co|fs|pos|aplpay|apl ?pay|apple ?pay|google ?pay|gpay|momo|vnpay|zalopay|payoo|ggl|google|ggp|braintree|yelpinc|gopay|ovo|payfort|mercadopago|mercpago|mp|pagseguro|pag|dlo|dlocal|worldpay|stone|ifood|cash app|venmo|klarna|bal|ops|gumroad|toast|clover|olo|ccbill|fastspring|paddle(\.net)?|revolut|mollie|xendit|razorpay|payu|payhere|payssion|dna|nyx|spothero)\s?\*\s*/i,
  /^orig co name:\s*/i,
  /^(purchase )?authorized on \d\d\/\d\d\s*/i,
  /^paypal\s+inst\s+xfer\s+/i,
  /^(check ?card|chkcard|debit card|credit card|visa debit|visa check ?card|pos|dbt crd|card|contactless|mastercard|master ?card|mastecard|maestro|visa)( (purchase|debit|withdrawal|pin|signature|transaction|payment|contactless))*s?( (to|at|from|with|-))?\s*[-,:]?\s*(\d{2}\/?\d{2}(\/?\d{2,4})?)?[\s,]+/i,
  /^(recurring|preauthorized|electronic|online|external|bill|ach|direct|web|ppd|ccd|tel|bill ?pay)( (payment|pmt|debit|credit|withdrawal|deposit|purchase|pymt|bill))+( (to|from|authorized on \d\d\/\d\d))?[:\s-]+/i,
  /^(purchase|debit|payment)[:\s-]+(?!thank)(?=\S)/i,
  /^zelle( (payment|transfer|money))?( (to|from|sent|received))+\s+/i,
  /^(aplpay|apple ?pay|google ?pay|sp|tst-|sq|ach|bkofamerica|pmt to|purchase (from|at)|payment to|pos|web|dd)\s*[-:]?\s+/i,
  /^ft\d{3,}\w*[\s\\;:,.-]+/i,
  /^(mbvcb|ibvcb|vcb|mbct|mb|ibft|icb|tcb|bidv|acb)[.\s-]?\d[\d.]{4,}[.;:,\s-]*/i,
  /^((folge|erst)?lastschrift|sepa[- ](basis[- ])?lastschrift|kartenzahlung|gutschrift|dauerauftrag|(sepa[- ])?[uü]berweisung|paiement( par)? carte|achat cb|prlv( sepa)?|virement( de| pour| sepa)?|incasso|betaalverzoek van|compra( con)?( tarjeta)?|pago( con)?( tarjeta)?)\s*[-:]?\s+(?=\S*\p{L}{2})/iu,
  /^(ct|chuyen tien|chuyển tiền|chuyen khoan|chuyển khoản|ck|nhan tien|nhận tiền)( nhanh| ngoai| noi bo)?( (den|đến|di|đi|cho|toi|tới|tu|từ))?\s*[:.]?\s*(\d{6,}\s*[:.-]?\s*)?(?=\p{L}{2})/iu,
  /^(thanh to[aá]n( (t[aạ]i|cho|hoa don|hóa đơn|qr))?|giao d[iị]ch( (t[aạ]i|the|thẻ))?|gd (the )?(tai|qr|pos)|tt (tai|qr|the)|mua hang( tai)?|qr( pay)?|pos tt)\s*[-:]?\s+/iu,
  /^terminal \w*\d\w*\s+/i,
  /^\d{2}[/-]\d{2}([/-]\d{2,4})?\s+/,
  /^#?\d{4,}\s+(?=\S*\p{L})/u,
]

const openers = new Set(
  `sq tst sp py pp paypal orig purchase authorized check checkcard chkcard debit credit pos dbt card contactless mastercard master mastecard maestro visa recurring
  preauthorized electronic online external bill billpay ach direct web ppd ccd tel payment zelle aplpay apple applepay google googlepay bkofamerica pmt dd ft mbvcb ibvcb vcb mbct mb ibft icb tcb
  bidv acb folgelastschrift erstlastschrift lastschrift sepa kartenzahlung gutschrift dauerauftrag uberweisung paiement achat prlv virement incasso betaalverzoek compra pago ct chuyen ck
  nhan thanh giao gd tt mua qr terminal`.split(/\s+/),
)

/** Cheap test for whether a text can begin with any of `prefixes`: its first word, a digit, or a star soon after. */
export const mayBeWrapped = (text: string): boolean => {
  const opening = /^[\s]*(\p{L}*)([^\p{L}]?)/u.exec(text)
  if (!opening || opening[1] === '' || /\d/.test(opening[2] ?? '')) return true
  if (openers.has(fold(opening[1] ?? ''))) return true
  const star = text.indexOf('*')
  return star > 0 && star < 16
}

/** A code of two to five letters and a star, as processors print it; brands that print themselves so are kept. */
export const processorCode = /^(\p{L}[\p{L}\d]{1,4})\s?\*\s*(?=\p{L}{4}|\p{L}+[\s&'])/u

/** Fields of transfers that name the other side: what follows the label is the name. */
export const namedBy =
  /\b(nome|naam|favorecido|empf[aä]nger|auftraggeber|beneficiary|b[eé]n[eé]ficiaire|beneficiario|counterparty|payee name|ten nguoi huong|nguoi huong|tên người hưởng|người nhận|nguoi nhan)\s*[:;]?\s+(?=\p{L})/iu

export const mayBeLabelled = /[:;]|favorecido/i

/** What ends such a field. */
export const fieldEnd =
  /\s+(-\s|cnpj|cpf|iban|bic|kenmerk|omschrijving|verwendungszweck|ref\b|bco\b|hist\b|[\p{L} ]{2,20}:).*$/iu

export const telephones: readonly RegExp[] = [
  /\+?\b1?[-. ]?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}\b/g,
  /\b(8\d\d|9\d\d)\d{7}\b/g,
  /\b\d{3}-\d{7}\b/g,
]

/** What follows the name and says nothing about it. */
export const noise: readonly RegExp[] = [
  /\s*~.*$/,
  /\s+(des|indn|orig id|desc date|co entry descr|sec|eed|trn)\s?:.*$/i,
  /\b(tran|trace|ref|reference|conf|confirmation|id|ind id|ppd id|web id|ccd id|tel id|trn|txn|auth|inst|acct|co id|ft|tid|mid|cnpj|mandatsreferenz|mã gd|ma gd|so gd)\s*[:#]\s*\S+.*$/i,
  /\b(ppd|ccd|web|tel) id\b.*$/i,
  /\b(trn|ref|auth code|tid|mandatsreferenz|einreicher-id)\s+\S*\d\S*/gi,
  /\.?\s*\bct tu \d.*$/i,
  /\s+(thanh to[aá]n|tt|tra|trả|gop|nop) (luong|lương|tien|tiền|hoa don|hóa đơn|hd|hdon|don hang|đơn hàng|dh|cho|no|nợ)\b.*$/iu,
  /\s+tai (vcb|vietcombank|mb|mbbank|tcb|techcombank|bidv|vietinbank|icb|acb|vpbank|tpbank|agribank|vib|sacombank|napas)\b.*$/i,
  /\s*[-.]?\s*\b(chuyen tien|chuyển tiền|chuyen khoan|chuyển khoản|ck|chuyen)\b\.?\s*$/iu,
  /\bhttps?:\/\/|\bwww\./gi,
  /(?<!\S)\S*help\.\S+/gi,
  /\b(gosq|sq)\.com\b/gi,
  /[x*]{2,}\d+/gi,
  /(\b\d{1,2}|\d{2})\/\d{1,2}(\/\d{2,4})?\b/g,
  /\b\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b(-\d{2,4})?/gi,
  /\b(usd|eur|gbp|cad|aud|vnd|jpy|krw|sgd|thb|idr|aed|chf|sek|nok|dkk|pln)\s?\d[\d.,]*\b/gi,
  /\bcard (ending (in )?)?\d{4}\b/gi,
  /\b(visa debit|debit card|scan direct|contactless|qris|pix inst|pagamento)\b.*$/i,
]

/** Cheap test for whether `noise` can match at all. */
export const noisy =
  /thanh|[\d~#:]|www|help|xx|\.com| (ck|chuy|tai|visa|debit|scan|contactless|ppd|ccd|web|tel|pagamento) ?/i

/** Words of the payment itself: alone they are no name. */
export const paymentWords = new Set(
  `payment payments purchase pmt pymt transfer xfer debit credit direct deposit withdrawal check cheque card visa mastercard mastecard
  electronic online internet mobile recurring automatic autopay ach atm bill pay pos to from the of bank banking interest inst pagamento`.split(
    /\s+/,
  ),
)

/** First words of a town's name or joints of a name: they end none. */
export const danglingWords = new Set(
  '& and of the at las los san santa saint st ste fort ft new north south east west lake mount mt port palm la le el de van'.split(
    ' ',
  ),
)

/** Those that say nothing at the end of a name either. */
export const trailingWords = new Set(
  'payment payments purchase pmt pymt debit visa mastercard mastecard maestro ach pos pagamento'.split(' '),
)

export const companyForms = new Set(
  'inc llc ltd limited corp co lp plc gmbh ag bv nv srl oy jsc cty tnhh cp pte pty'.split(' '),
)
