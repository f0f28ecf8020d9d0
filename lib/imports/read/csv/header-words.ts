import type { Role } from './layout.ts'

/** Folded like headers: Japanese letters lose their marks as Latin ones lose their accents. */
const list = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').split('|')

/** Header words of many banks and languages, folded (see foldHeader), the more telling first within a role. */
export const dateWords = {
  posted: list(
    'posting date|posted on|booked on|booked at|posted|settled date|date settled|date entered|reskontradatum|konyveles datuma|дата платежа|дата проводки|post date|posted date|date posted|booking date|date booked|transaction posting date|completed date|completed date utc|completed on|clearing date|cleared date|settlement date|date processed|process date|processed date|buchungstag|buchungsdatum|buchung|date de comptabilisation|date comptable|date de comptabilite|date d ecriture|date ecriture|fecha contable|fecha de contabilizacion|f contable|fecha de contable|data contabile|data di contabilizzazione|data registrazione|data lancamento|data de lancamento|data mov|data do movimento|boekdatum|boekingsdatum|bokforingsdag|bokforingsdatum|bokfort|bokfort dato|bogforingsdato|bogfort|bokforingsdato|kirjauspaiva|kirjauspvm|data ksiegowania|data zaksiegowania|datum zauctovani|zauctovano|datum zuctovani|ngay hach toan|ngay ghi so|ngay hieu luc giao dich',
  ),
  dated: list(
    'date|transaction date|trans date|run date|tran date|txn date|datetime|date time|date/time|date & time|date and time|transaction date/time|transaction date & time|created|created on|created at|created date|started date|date started utc|date started|date of transaction|activity date|effective date|entry date|operation date|purchase date|trade date|datum|datum/tijd|transaktionsdatum|transaktionstag|umsatzdatum|belegdatum|kaufdatum|kopdatum|inkopsdatum|date operation|date de l operation|date d operation|date operation valeur|date de transaction|date transaction|dateop|date op|date d achat|fecha|fecha operacion|fecha de operacion|fecha de la operacion|f operacion|fecha transaccion|fecha de transaccion|fecha mov|fecha movimiento|data|data operazione|data dell operazione|data movimento|data op|data transacao|data da transacao|data operacao|data da operacao|data transakcji|data operacji|data zlecenia|data i czas transakcji|transactiedatum|datum transactie|dato|handelsdato|rentedato transaksjon|transaksjonsdato|transaktionsdato|kobsdato|paivamaara|pvm|paivays|maksupaiva|tapahtumapaiva|datum transakce|datum provedeni|datum operace|datum platby|datum a cas|ngay giao dich|ngay gd|ngay|ngay gio|thoi gian giao dich|thoi gian|ngay thuc hien|ngay gio giao dich|tanggal|tarikh|tarih|islem tarihi|datum transakcije|tranzakcio datuma|tranzakcio idopontja|datum es ido|tanggal transaksi|дата операции|дата|日付|年月日|取引日|利用日|ご利用日|お取引日|お取引日付|交易日期|记账日期|日期|거래일시|거래일자|거래일|time',
  ),
  valued: list(
    'value date|valuta date|value dt|value dat|valutadatum|valuta|wert|wertstellung|wertstellungstag|date de valeur|date valeur|dateval|fecha valor|f valor|fecha de valor|data valuta|data valor|data waluty|data de valor|rentedatum|valuteringsdag|valor|valordato|rentedato|arvopaiva|datum valuty|valutadag|valutadato|ngay hieu luc|ngay gia tri|erteknap',
  ),
}

export const moneyWords = {
  amounts: list(
    'billing amount|billed amount|amount in account currency|kwota w walucie rachunku|castka v mene uctu|amount|transaction amount|amount total|net|net amount|amount local|local amount|txn amount|value|total amount|betrag|umsatz|umsatzbetrag|montant|montant en euros|montant de l operation|montant operation|montant net|importe|importe eur|importe operacion|cantidad|monto|importo|importo operazione|importo euro|bedrag|bedrag eur|valor|valor da transacao|valor do movimento|montante|quantia|belopp|belob|belop|belop i nok|transaktionsbelopp|kwota|kwota transakcji|kwota operacji|maara|summa|summa eur|maara euroa|castka|objem|suma|so tien|so tien gd|so tien giao dich|so tien phat sinh|jumlah|tutar|iznos|osszeg|сумма платежа|сумма операции|сумма|金額|取引金額|交易金额|金额|거래금액|total|jumlah transaksi',
  ),
  debits: list(
    'debit|debits|debit amount|debits/withdrawals|withdrawal|withdrawals|withdrawal amount|withdrawal amt|withdrawn|amount debit|amount debited|paid out|money out|out|outflow|payments out|spent|payments|charges|charge amount|soll|belastung|belastungen|lastschrift|ausgaben|ausgabe|ausgang|zahlungsausgang|depense|depenses|montant debit|debet|dare|addebiti|addebito|uscite|uscita|cargo|cargos|cargo/retiro|retiro|retiros|gasto|gastos|debito|debitos|montante debito|a debito|saida|saidas|af|uit|bedrag af|ut|uttag|ut av konto|ut fra konto|ud|haevet|udgift|udgifter|hevet|obciazenia|obciazenie|wydatki|wydatek|uznania obciazenia|vydaje|vydaj|odchozi|panot ja otot otto|otto|tililta|menot|meno|so tien ghi no|ghi no|phat sinh no|phat sinh ghi no|so tien no|so tien rut|rut tien|rut ra|so tien rut ra|no|ps no|tien ra|so tien ra|chi|so tien chi|borc|dr|支払い金額|お支払金額|お支払い金額|出金額|出金|お引出し|引出額|支払金額|支出金额|支出|借方金额|찾으신금액|출금액|출금금액|출금|debit vnd|debit euros',
  ),
  credits: list(
    'credit|credits|credit amount|credits/deposits|deposit|deposits|deposit amount|deposit amt|deposited|amount credit|amount credited|paid in|money in|in|inflow|payments in|received|haben|gutschrift|gutschriften|einnahmen|einnahme|eingang|zahlungseingang|recette|recettes|montant credit|avere|accrediti|accredito|entrate|entrata|abono|abonos|abono/deposito|deposito|depositos|ingreso|ingresos|credito|creditos|montante credito|a credito|entrada|entradas|bij|bedrag bij|insattning|inn|in pa konto|inn pa konto|ind|indsat|indtaegt|indtaegter|innskudd|uznania|uznanie|wplywy|wplyw|prijmy|prijem|prichozi|pano|tilille|tulot|tulo|so tien ghi co|ghi co|phat sinh co|phat sinh ghi co|so tien co|so tien nop|nop tien|gui vao|so tien gui vao|co|ps co|tien vao|so tien vao|thu|so tien thu|alacak|cr|預かり金額|お預り金額|お預かり金額|入金額|入金|お預入れ|預入額|收入金额|收入|贷方金额|맡기신금액|입금액|입금금액|입금|credit vnd|credit euros',
  ),
}

export const textWords = {
  payees: list(
    'text/mottagare|namn|payee|payee name|merchant name|merchant|partner name|counterparty|counterparty name|counter party|counterpart|other party|other party name|name|name of counterparty|beguenstigter/zahlungspflichtiger|begunstigter/zahlungspflichtiger|auftraggeber/empfanger|empfanger/zahlungspflichtiger|auftraggeber / begunstigter|beguenstigter / auftraggeber|beguenstigter / zahlungspflichtiger|begunstigter / auftraggeber|name zahlungsbeteiligter|partnername|name des partners|nom du partenaire|nombre del socio|nome del partner|naam partner|auftraggeber|empfanger|recipient|recipient name|vendor|to/from|beneficiary|naam / omschrijving|naam tegenpartij|tegenpartij|beneficiario|beneficiario/ordenante|beneficiaire|tiers|contrepartie|controparte|contraparte|mottaker|modtager|motpart|mottaker/avsender|saaja/maksaja|saajan nimi|saaja|maksaja|nadawca / odbiorca|nadawca/odbiorca|odbiorca|nazwa odbiorcy|nazwa kontrahenta|kontrahent|dane kontrahenta|nazev protiuctu|nazev uctu protistrany|nazev uctu protiuctu|protistrana|jmeno protistrany|ten nguoi thu huong|don vi thu huong|ten doi ung|ten tai khoan doi ung|ellenoldali nev|partner neve|partner|对方户名|交易对方|对方名称',
  ),
  senders: list(
    'zahlungspflichtige r|zahlungspflichtiger|auftraggeber|absender|payer|payer name|sender|sender name|remitter|from|from name|donneur d ordre|emetteur|ordenante|ordinante|mittente|remetente|nadawca|zleceniodawca|platce|avsender|avsandare|afsender|maksaja|betaler|opdrachtgever|nguoi chuyen|nguoi gui',
  ),
  recipients: list(
    'zahlungsempfanger in|zahlungsempfanger|empfanger|begunstigter|payee|payee name|recipient|recipient name|receiver|receiver name|beneficiary|beneficiary name|to|to name|beneficiaire|destinataire|beneficiario|destinatario|odbiorca|prijemce|mottaker|modtager|mottagare|saaja|ontvanger|begunstigde|nguoi nhan|nguoi thu huong',
  ),
  descriptions: list(
    'description|transaction description|transaction details|transaction detail|details|detail|narrative|narration|particulars|transaction remarks|transaction|transactions|original description|original statement|statement description|transaction narrative|buchungstext|verwendungszweck|zweck|beschreibung|umsatztext|libelle|label|libelle operation|libelle de l operation|libelle simplifie|libelle complet|remarque|designation|description 1|nature de l operation|omschrijving|omschrijving-1|mededelingen|mededeling|concepto|descripcion|descripcion del movimiento|detalle|descripcion operacion|descrizione|descrizione operazione|causale|descrizione estesa|descricao|descricao da operacao|historico|lancamento|titulo|estabelecimento|title|tytul|tytul operacji|tytul transakcji|opis|opis operacji|opis transakcji|szczegoly|beskrivning|rubrik|beskrivelse|beskrywing|beskrywing1|beskrywing2|beskrywing3|description1|description2|details1|omschrijving 1|libelle 1|forklaring|transaktion|tekst|tekst/beskrivelse|text|spesifikasjon|referens|viesti|selite|selitys|tapahtuma|popis|popis transakce|zprava pro prijemce|poznamka|dien giai|mo ta|mo ta giao dich|noi dung|noi dung giao dich|noi dung thanh toan|noi dung chi tiet|noi dung chuyen khoan|chi tiet giao dich|chi tiet|remarks|remark|activity|action|transactie|keterangan|kozlemeny|описание|назначение платежа|摘要内容|取引内容|お取り扱い内容|お取引内容|摘要|利用店名・商品名|内容|交易摘要|적요|거래내용|내용|aciklama',
  ),
  memos: list(
    'memo|notes|note|verwendungszweck|payment reference|transaction remarks|comment|comments|additional info|extended details|vrije mededeling|omschrijving|description 2|message|bemerkung|notiz|informations|informations complementaires|observaciones|note operazione|observacoes|notities|meddelande|melding|besked|viesti|komentarz|zprava|ghi chu|wiadomosc|purpose|reference details',
  ),
}

const roleWords = {
  balance:
    'balance|running balance|running bal|account balance|closing balance|balance after|balance after transaction|ledger balance|balance amount|available balance|saldo|solde|solde apres operation|solde courant|kontostand|saldo nach buchung|saldo na trn|saldo na mutatie|saldo dopo operazione|saldo disponible|disponible|saldo posterior|saldo resultante|saldo contabile|saldo contabilistico|saldo eur|saldo efter|saldo efter transaktion|bokfort saldo|saldo po operacji|saldo po transakcji|zustatek|zustatek po transakci|saldo po zmianie|so du|so du cuoi|so du sau giao dich|so du sau gd|so du kha dung|so du luy ke|so du tai khoan|so du hien tai|bakiye|egyenleg|остаток|баланс|残高|差引残高|お取引後残高|余额|账户余额|거래후잔액|거래후 잔액|잔액|sold|sold contabil|sold final|stanje',
  externalId:
    'transaction id|transactionid|transaction uuid|id|fitid|transaction number|transaction no|transaction ref id|n de transaction|n° de transaction|numero de transaction|unique id|uuid|identyfikator transakcji|numer transakcji|id transakce|id transakcji|so but toan|so giao dich|ma giao dich|so gd|ma gd|ma tham chieu',
  reference:
    'reference|reference number|ref|ref no|ref number|reference no|transaction reference|transaction ref|chq / ref number|chq/ref number|chq /ref no|ref no /cheque no|chq/ref no|ref/cheque no|so tham chieu|so ct|so chung tu|so hoa don|kundenreferenz|bank reference|receipt number|referencia|riferimento|referentie|viite|viitenumero|variabilni symbol|end-to-end-referenz|arkivointitunnus',
  checkNumber:
    'check number|check #|check no|cheque number|check or slip #|cheque no|check num|cheque|numero de cheque|cheque/slip number',
  category:
    'category|categories|category name|kategorie|categorie|kategori|kategoria|categoria|luokka|subcategory|danh muc|hang muc|phan loai|категория',
  type: 'type|transaction type|debit/credit|credit/debit|dr/cr|cr/dr|dr / cr|cr / dr|drcr|crdr|af bij|creditdebet|af/bij|bij/af|cd|debit credit|debit or credit|d/c|c/d|dc|credit debit indicator|credit/debit indicator|credit or debit|transaction category|direction|in/out|sign|flow|umsatzart|soll/haben|s/h|sh|sens|debit/haben|tipo|tipo movimento|tipo de movimiento|tipo operacion|typ|typ transakcji|typ operacji|rodzaj transakcji|laji|tapahtumalaji|typ transakce|loai giao dich|loai|no/co|loai gd',
  currency:
    'currency|currency code|transaction currency|account currency|ccy|curr|waehrung|wahrung|devise|munt|muntsoort|monn|monnaie|moneda|divisa|valuta|waluta|waluta rachunku|mena|mena uctu|valutta|loai tien|tien te|don vi tien te|ma tien te|moeda|cur|devizanem|penznem|валюта платежа|валюта операции|валюта',
  status:
    'status|state|transaction status|contabilizzazione|info|statut|stato|estado|stan|tila|stav|trang thai|trang thai giao dich|статус',
  account:
    'account number|bank account|iban kontoinhaber|account no|iban/bban|account #|account nr|account iban|auftragskonto|iban auftragskonto|account num|auftraggeberkonto|iban auftraggeberkonto|kontonummer eget|rekeningnummer|rekening|iban|own account|eigen rekening|produit|n compte|numero de compte|numero compte|compte num|cuenta|numero de cuenta|conto|numero conto|konto|kontonummer|tilinumero|numer rachunku|numer konta|rachunek|cislo uctu|ucet|account|account id|so tai khoan|so tk|card number|card no|card #|card last 4|kartennummer|numero carte',
  accountName:
    'account name|bezeichnung auftragskonto|account label|ten tai khoan|nom du compte|compte|kontoname|wallet|account|konto|conto|cuenta',
  fee: 'fee amount',
} as const satisfies Partial<Record<Role, string>>

/** The other roles, in the order in which they choose their headers. */
export const roleLists: [Role, string[]][] = Object.entries(roleWords).map(([role, text]) => [
  role as Role,
  list(text),
])

/** What a type column may say, folded: money out. */
export const debitTerms: ReadonlySet<string> = new Set(
  list(
    'debit|dr|d|db|debet|af|out|outgoing|withdrawal|withdraw|withdrawn|soll|s|h-|money out|paid out|outflow|expense|spending|spent|charge|fee|sale|purchase|-|belastung|lastschrift|ausgang|ausgabe|depense|sortie|addebito|uscita|dare|cargo|debito|gasto|egreso|retiro|saida|despesa|uit|ut|ud|udgift|uttag|utgift|otto|meno|veloitus|obciazenie|wydatek|wychodzaca|odchozi|vydaj|no|ghi no|chi|tien ra|rut tien|chi tieu|borc',
  ),
)

/** What a type column may say, folded: money in. */
export const creditTerms: ReadonlySet<string> = new Set(
  list(
    'credit|cr|c|k|kredit|bij|in|incoming|deposit|haben|h|money in|paid in|inflow|income|payment|refund|return|+|gutschrift|eingang|einnahme|recette|entree|accredito|entrata|avere|abono|credito|ingreso|deposito|entrada|receita|inn|ind|indtaegt|insattning|inkomst|pano|tulo|hyvitys|uznanie|wplyw|przychodzaca|prichozi|prijem|co|ghi co|thu|tien vao|nap tien|thu nhap|alacak',
  ),
)
