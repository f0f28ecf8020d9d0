import type { CategoryKey } from '#lib/categories/taxonomy.ts'

/**
 * Names of categories in the exports of banks (Chase, Amex, Capital One, Discover, Citi, Apple Card, Monzo, Revolut) and of other
 * products (Mint, Monarch, YNAB, Copilot, Quicken), folded, with single spaces for punctuation; `+` marks one that only names a group.
 */
export const providerWords: Partial<Record<CategoryKey, string>> = {
  salary: 'paycheck|paychecks|salary|wages|payroll|salary wages|luong',
  bonus: 'bonus|thuong',
  interest: 'interest|interest income|interest earned|investment interest',
  dividends: 'dividend|dividends|dividend cap gains|dividends capital gains|dividend income',
  rental_income: 'rental income',
  benefits: 'retirement income|social security|pension|unemployment|government benefits|benefits',
  tax_refund: 'tax refund|tax return',
  other_income:
    '+income|other income|reimbursement|business income|+inflow ready to assign|awards and rebate credits|cash back|rewards|child support|refund',
  rent: 'rent|+mortgage rent|+rent mortgage|house rent|tien nha',
  mortgage: 'mortgage|mortgage payment|mortgages',
  home_maintenance:
    '+home|home improvement|home services|home supplies|lawn garden|lawn and garden|home maintenance|home repair|home and garden|house|+household|home garden|repairs',
  furniture: 'furnishings|furniture|furniture housewares|home furnishing|home furnishings|housewares',
  home_security: 'home security|security',
  electricity_gas:
    'gas electric|gas and electric|electric|electricity|natural gas|electricity gas|power|tien dien',
  water_waste: 'water|garbage|trash|water trash|sewer|water sewer|tien nuoc',
  internet_tv:
    'internet|internet cable|cable|television|tv|cable tv|communications cable internet comm|internet tv|internet phone',
  phone:
    'phone|mobile phone|home phone|cell phone|phone cable|communications telephone comm|phone bill|dien thoai',
  other_utilities: '+utilities|+bills utilities|+bills and utilities|+bills|+communications',
  groceries:
    'groceries|grocery|supermarkets|supermarket|merchandise supplies groceries|food groceries|grocery stores|grocery store|di cho|sieu thi',
  eating_out:
    '+food drink|+food and drink|+food dining|+food and dining|+food|restaurants|restaurant|dining|dining out|restaurants bars|restaurant bar cafe|restaurant restaurant|eating out|restaurants dining|dining drinks|food delivery|food beverage|entertainment restaurants|an uong|meals',
  fast_food: 'fast food',
  coffee: 'coffee shops|coffee shop|coffee|cafes|ca phe',
  bars: 'alcohol bars|alcohol|bars|bar|beer wine liquor|liquor|restaurant bar',
  fuel: 'gas|gas fuel|gas stations|gasoline|gasoline fuel|fuel|transportation fuel|gas automotive|xang|xang xe',
  public_transport:
    'public transportation|public transit|transit|+transportation|+transport|train|bus|transportation rail services|giao thong',
  rides:
    'ride share|rideshare|taxi|taxi ride shares|taxis|rental car taxi|transportation taxis coach|taxi rideshare|uber lyft',
  parking_tolls:
    'parking|parking tolls|tolls|transportation parking charges|transportation tolls fees|gui xe',
  car_care:
    'service parts|auto maintenance|automotive|+auto transport|+auto|auto service|car maintenance|vehicle maintenance|auto repair|+car|transportation auto services|auto parts|+vehicle|+automobile',
  car_payment: 'auto payment|car payment|auto loan|auto payments|vehicle payment',
  general_shopping:
    '+shopping|+merchandise|+general merchandise|department stores|department store|warehouse clubs|wholesale stores|wholesale clubs|household supplies|merchandise supplies general retail|merchandise supplies wholesale stores|merchandise supplies department stores|office supplies|+retail|mua sam',
  online_shopping:
    'online shopping|merchandise supplies internet purchase|merchandise supplies mail order|amazon',
  clothing:
    'clothing|clothes|merchandise supplies clothing stores|clothing accessories|apparel|clothing and accessories|quan ao',
  electronics:
    'electronics|electronics software|merchandise supplies electronics stores|merchandise supplies computer supplies|computers',
  books: 'books|newspapers magazines|books supplies|merchandise supplies book stores|news',
  sports: 'sporting goods|sports|hobbies|merchandise supplies sporting goods stores|+hobby',
  gifts: 'gift|gifts|gifts given|merchandise supplies florists garden|merchandise supplies arts jewelry',
  doctor:
    'doctor|doctors|medical|medical services|health care|healthcare|+health wellness|+health fitness|+health|+health medical|health care services|health insurance copay|hospital|business services health care services|suc khoe|+medical healthcare',
  pharmacy:
    'pharmacy|pharmacies|drugstores|drug stores|merchandise supplies pharmacies|medicine|prescriptions',
  dental: 'dentist|dental',
  eye_care: 'eyecare|eye care|vision|optical',
  fitness: 'gym|fitness|gyms|+wellness|gym membership|gym fitness',
  hair_beauty:
    '+personal care|hair|spa massage|+personal|beauty|hair beauty|+self care|haircut|personal grooming|salon',
  laundry: 'laundry|dry cleaning',
  streaming:
    'movies dvds|movies tv|streaming|streaming services|movies|tv movies|entertainment cable satellite',
  music: 'music|music audio',
  games: 'games|video games|gaming|toys|toys games',
  events:
    '+entertainment|amusement|arts|+entertainment recreation|events|+recreation|+fun|+fun money|entertainment general attractions|entertainment theatrical events|entertainment general events|concerts|+leisure|giai tri|+travel entertainment',
  gambling: 'gambling|lottery|casino',
  flights: 'air travel|airfare|airlines|airline|flights|travel airline|flight',
  lodging: 'hotel|hotels|lodging|travel lodging|accommodation|hotels lodging',
  car_rental: 'car rental|rental car|rental cars|transportation vehicle leasing purchase',
  other_travel:
    '+travel|vacation|+travel vacation|other travel|travel travel agencies|+holidays|vacations|du lich|cruise',
  childcare:
    'babysitter daycare|child care|childcare|+kids|kids activities|child activities|baby supplies|+children|allowance|daycare|+kids activities',
  education:
    'education|tuition|school|+education child care|books tuition|business services other education|hoc phi|school supplies|business services education',
  pets: 'pets|pet food supplies|pet grooming|veterinary|pet|pet care|vet|veterinary services',
  insurance:
    'insurance|auto insurance|life insurance|home insurance|health insurance|car insurance|insurance services|renters insurance|business services insurance services|renter s home insurance|bao hiem',
  software:
    'software|subscriptions|software subscriptions|+subscription|domain names|web hosting|business services internet services|apps|+technology|+tech|online services',
  postage: 'shipping|postage|postage shipping|business services mailing shipping|mail',
  professional:
    'legal|professional services|financial advisor|financial legal services|accounting|legal fees|tax preparation|tax fees|business services professional services|advertising',
  storage: 'storage|self storage',
  other_services:
    '+services|+business services|printing|+other services|+business services other services|+service',
  donations:
    'charity|charitable donations|donations|+gifts donations|+gifts and donations|giving|+charitable giving|donation|other charities|tu thien',
  taxes: 'taxes|federal tax|state tax|local tax|property tax|sales tax|tax|income tax|thue',
  government: 'government services|government|other government services',
  bank_fees:
    '+fees charges|+fees and charges|bank fee|bank fees|service fee|late fee|fees|+fees adjustments|+fees adjustments fees adjustments|financial fees|service charges fees|service charge|+fee interest charge|trade commissions|+financial',
  atm_fees: 'atm fee|atm fees',
  interest_charges: 'finance charge|interest charge|interest charges|interest paid|loan interest',
  foreign_fees: 'foreign transaction fee|foreign transaction fees',
  loan_payment: '+loans|loan payment|loan repayment|loan principal|debt payment|+loan|debt payments',
  student_loan: 'student loan|student loans',
  cash: 'cash atm|atm|cash|atm cash withdrawals|cash withdrawal|cash advances|withdrawal|transfer for cash spending|rut tien',
  other_expense: 'miscellaneous expenses|everything else|other expenses|expenses',
  transfer:
    'transfer|transfers|account transfer|internal transfer|balance transfers|transfer between accounts|chuyen khoan noi bo',
  card_payment:
    'credit card payment|credit card payments|payment credit|payments and credits|card payment|payments',
  savings: 'savings|tiet kiem',
  investing: 'investments|investment|investing|buy|sell|securities trades|deposit investment|dau tu',
}
