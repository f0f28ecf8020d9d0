/** PayPal's headers and words in one language, folded. */
export type PaypalWords = {
  date: string
  time: string
  zone: string
  name: string
  type: string
  /** What the row is, in the layout that has no type. */
  text: string
  status: string
  currency: string
  gross: string
  fee: readonly string[]
  net: string
  id: string
  reference: string
  balance: string
  impact: string
  notes: readonly string[]
}

/** The languages PayPal hands its activity out in, English apart. */
export const paypalWords: readonly PaypalWords[] = [
  {
    date: 'datum',
    time: 'uhrzeit',
    zone: 'zeitzone',
    name: 'name',
    type: 'typ',
    text: 'beschreibung',
    status: 'status',
    currency: 'wahrung',
    gross: 'brutto',
    fee: ['gebuhr', 'entgelt'],
    net: 'netto',
    id: 'transaktionscode',
    reference: 'zugehoriger transaktionscode',
    balance: 'guthaben',
    impact: 'auswirkung auf guthaben',
    notes: ['hinweis', 'betreff', 'artikelbezeichnung'],
  },
  {
    date: 'date',
    time: 'heure',
    zone: 'fuseau horaire',
    name: 'nom',
    type: 'type',
    text: 'description',
    status: 'etat',
    currency: 'devise',
    gross: 'avant commission',
    fee: ['commission'],
    net: 'net',
    id: 'numero de transaction',
    reference: 'numero de la transaction de reference',
    balance: 'solde',
    impact: 'impact sur le solde',
    notes: ['remarque', 'objet', 'titre de l objet'],
  },
  {
    date: 'fecha',
    time: 'hora',
    zone: 'zona horaria',
    name: 'nombre',
    type: 'tipo',
    text: 'descripcion',
    status: 'estado',
    currency: 'divisa',
    gross: 'bruto',
    fee: ['tarifa', 'comision', 'honorarios'],
    net: 'neto',
    id: 'id de transaccion',
    reference: 'id de referencia de trans',
    balance: 'saldo',
    impact: 'impacto en el saldo',
    notes: ['nota', 'asunto'],
  },
  {
    date: 'data',
    time: 'orario',
    zone: 'fuso orario',
    name: 'nome',
    type: 'tipo',
    text: 'descrizione',
    status: 'stato',
    currency: 'valuta',
    gross: 'lordo',
    fee: ['tariffa'],
    net: 'netto',
    id: 'codice transazione',
    reference: 'codice transazione di riferimento',
    balance: 'saldo',
    impact: 'impatto sul saldo',
    notes: ['messaggio', 'oggetto'],
  },
  {
    date: 'datum',
    time: 'tijd',
    zone: 'tijdzone',
    name: 'naam',
    type: 'type',
    text: 'omschrijving',
    status: 'status',
    currency: 'valuta',
    gross: 'bruto',
    fee: ['kosten', 'vergoeding'],
    net: 'net',
    id: 'transactiereferentie',
    reference: 'referentie-id transactie',
    balance: 'saldo',
    impact: 'effect op saldo',
    notes: ['opmerking', 'onderwerp'],
  },
  {
    date: 'data',
    time: 'hora',
    zone: 'fuso horario',
    name: 'nome',
    type: 'tipo',
    text: 'descricao',
    status: 'status',
    currency: 'moeda',
    gross: 'bruto',
    fee: ['tarifa', 'taxa'],
    net: 'liquido',
    id: 'id da transacao',
    reference: 'id da transacao de referencia',
    balance: 'saldo',
    impact: 'impacto no saldo',
    notes: ['observacao', 'assunto'],
  },
]
