import type { CategoryKey } from '#lib/categories/taxonomy.ts'

export type Sign = 'in' | 'out'
type Pattern = {
  /** Tested on the folded words of the bank's text, joined by single spaces. */
  words: RegExp
  category: CategoryKey
  /** 0–100. */
  confidence: number
  sign?: Sign
}

/** What the bank itself says about a movement; tried before names, because `TARGET PAYROLL` is a salary. */
export const bankPatterns: readonly Pattern[] = [
  {
    words: /\b(\w*payroll\w*|gusto pay|salary|direct dep|dir dep|luong|adp \w*pay|paychex|wages)\b/,
    category: 'salary',
    confidence: 90,
    sign: 'in',
  },
  { words: /\b(bonus|thuong tet)\b/, category: 'bonus', confidence: 70, sign: 'in' },
  {
    words: /\b(tax ref|tax refund|irs treas|franchise tax bd casttaxrfd|hoan thue)\b/,
    category: 'tax_refund',
    confidence: 90,
    sign: 'in',
  },
  { words: /\b(dividend|dividends|co tuc)\b/, category: 'dividends', confidence: 85, sign: 'in' },
  {
    words: /\b(ssa treas|social security|unemployment|edd|pension|va benefit|soc sec)\b/,
    category: 'benefits',
    confidence: 80,
    sign: 'in',
  },
  {
    words:
      /\b(interest (paid|payment|earned|credit)|int(er)?est pymt|lai tien gui|tra lai)\b|^interest( |$)|\binterest$/,
    category: 'interest',
    confidence: 85,
    sign: 'in',
  },
  {
    words: /\b(cash ?back|rewards? (redemption|credit)|statement credit)\b/,
    category: 'other_income',
    confidence: 60,
    sign: 'in',
  },
  {
    words:
      /\b(foreign (transaction|exchange|exch)|international (transaction|svc|service)|fgn trans|adj fee foreign|non us)\b.*\b(fee|charge|assess\w*)\b|\bforeign transaction\b/,
    category: 'foreign_fees',
    confidence: 90,
  },
  {
    words: /\b(atm|non \w+ atm|withdrawal)\b.*\bfee\b|\bfee\b.*\batm\b|\bphi rut tien\b/,
    category: 'atm_fees',
    confidence: 90,
  },
  {
    words:
      /\b(interest charge|interest charged|finance charge|overdraft interest|purchase interest|lai vay|lai qua han)\b/,
    category: 'interest_charges',
    confidence: 90,
  },
  {
    words:
      /\b(overdraft|insufficient funds|nsf|late fee|annual (membership )?fee|membership fee|maintenance fee|service fee|monthly fee|service charge|wire fee|returned item|phi (thuong nien|duy tri|quan ly|dich vu|sms|chuyen tien|gd))\b/,
    category: 'bank_fees',
    confidence: 85,
  },
  { words: /\b(atm|cash withdrawal|withdraw\w*|rut tien)\b/, category: 'cash', confidence: 80, sign: 'out' },
  {
    words:
      /\b(online|internet|mobile|acct|account|recurring|automatic|scheduled|funds|odp) (banking )?(transfer|xfer)\b.*\b(to|from)\b.*\b(sav\w*|chk|checking|acct|account|credit ?card|cr card|mma|money market|\w*\d{4})\b|\btransfer (to|from) (sav\w*|chk|checking|brokerage|share|mma)\b|\bto (savings|checking)\b|\bchuyen (tien )?noi bo\b/,
    category: 'transfer',
    confidence: 80,
  },
  {
    words:
      /\b(payment thank you|thank you payment|autopay payment|online payment thank|credit card (bill )?payment|credit crd|crd (auto)?pay\w*|card ?member serv|epay|cc pymt|cardpmt|thanh toan the tin dung|tt the tin dung|applecard gsbank|amex epayment|american express ach|capital one (mobile|online|crcard)|chase credit|citi (card|autopay)|discover e payment|barclaycard\w* (credit|payment)|bk of amer visa)\b/,
    category: 'card_payment',
    confidence: 85,
  },
  { words: /\b(mortgage|mtg|home loan)\b/, category: 'mortgage', confidence: 75, sign: 'out' },
  {
    words: /\b(student ln|student loan|studntloan)\b/,
    category: 'student_loan',
    confidence: 80,
    sign: 'out',
  },
  {
    words: /\b(auto (loan|finance|pay loan)|car loan)\b/,
    category: 'car_payment',
    confidence: 75,
    sign: 'out',
  },
  {
    words: /\b(loan (payment|pymt|pmt)|tra no|tra gop|thu no)\b/,
    category: 'loan_payment',
    confidence: 75,
    sign: 'out',
  },
  {
    words: /\b(rent|tien nha|thue nha|apartments?|apts|property (mgmt|management)|realty|leasing)\b/,
    category: 'rent',
    confidence: 65,
    sign: 'out',
  },
  { words: /\b(tien dien|dien luc)\b/, category: 'electricity_gas', confidence: 80, sign: 'out' },
  { words: /\b(tien nuoc)\b/, category: 'water_waste', confidence: 80, sign: 'out' },
  { words: /\b(hoc phi|tuition)\b/, category: 'education', confidence: 80, sign: 'out' },
]

/** Ordinary words in a name that say what the shop sells; tried after well-known names. */
export const namePatterns: readonly Pattern[] = [
  {
    words:
      /\b(whole sale club|wholesale|super ?center|variety|general store|market ?place|convenience|minimart|bodega|tap hoa)\b/,
    category: 'general_shopping',
    confidence: 50,
  },
  {
    words:
      /\b(coffee|espresso|roaster\w*|caffe|ca phe|tea|boba|tra sua|milk tea|donuts?|doughnuts?|bakery|bakeshop|patisserie|tiem banh)\b/,
    category: 'coffee',
    confidence: 60,
  },
  {
    words:
      /\b(bar|pub|brew\w*|tavern|saloon|wine|wines|winery|liquors?|spirits|taproom|beer|lounge|bia|cocktails?|cellars?|ale ?house)\b/,
    category: 'bars',
    confidence: 60,
  },
  {
    words:
      /\b(burgers?|pizza\w*|pizzeria|fries|carry ?out|take ?out|taco\w*|burrito\w*|sandwich\w*|subs|fried chicken|wings|hot ?dogs?|deli|creamery|ice cream|gelato|yogurt|froyo|banh mi|snacks?|juice|bagels?|smoothies?|drive in|food truck)\b/,
    category: 'fast_food',
    confidence: 60,
  },
  {
    words:
      /\b(restauran\w*|ristorante|cafe|cafeteria|diner|bistro|grill\w*|kitchen|kitc|eatery|trattoria|cantina|taqueria|sushi|ramen|noodles?|pho|thai|bbq|barbecue|steak\w*|seafood|oyster\w*|curry|curries|china|indian|chinese|mexican|korean|japanese|vietnamese|italian|saigon|hanoi|bamboo|dumplings?|dim sum|brasserie|chophouse|pancakes?|waffles?|catering|quan an|nha hang|com tam|bun|lau|nuong|quan|dining|food|foods|tapas|izakaya|teriyaki|hibachi|kebab|gyros?|falafel|crepes?|vending|concessions?|canteen|usconnect)\b/,
    category: 'eating_out',
    confidence: 60,
  },
  {
    words:
      /\b(grocer\w*|supermarket|supermercado|market|mkt|mercado|produce|butcher|meats?|sieu thi|fresh|organics?|natural foods|food mart|co op)\b/,
    category: 'groceries',
    confidence: 55,
  },
  {
    words:
      /\b(gas|fuel|petrol\w*|gasoline|oil|service station|xang dau|xang|truck stop|travel (center|plaza)|ev charging)\b/,
    category: 'fuel',
    confidence: 60,
    sign: 'out',
  },
  {
    words: /\b(parking|garage|park (n|and) fly|toll|tolls|tollway|turnpike|bridge|gui xe|meter|meters)\b/,
    category: 'parking_tolls',
    confidence: 65,
  },
  { words: /\b(taxi|cab|limo|ride ?share|xe om)\b/, category: 'rides', confidence: 65 },
  {
    words: /\b(transit|metro|railway|rail|train|bus|ferry|subway station|xe khach|ve xe|ve tau)\b/,
    category: 'public_transport',
    confidence: 60,
  },
  {
    words:
      /\b(auto (parts|repair|body|service|care)|tires?|smog|car ?wash|oil change|lube|mechanic|motors?|transmission|brakes?|automotive|towing|rua xe|sua xe)\b/,
    category: 'car_care',
    confidence: 60,
  },
  {
    words: /\b(pharmac\w*|drug ?store|drugs?|rx|apothecary|nha thuoc|vitamins?|supplements?|nutrition)\b/,
    category: 'pharmacy',
    confidence: 65,
  },
  {
    words: /\b(dental|dentist\w*|orthodon\w*|endodon\w*|dds|nha khoa)\b/,
    category: 'dental',
    confidence: 70,
  },
  {
    words: /\b(optical|optometr\w*|vision|eye\w*|contacts|glasses|lens\w*|mat kinh)\b/,
    category: 'eye_care',
    confidence: 65,
  },
  {
    words: /\b(veterinar\w*|vet|animal hosp\w*|pets?|pet (shop|store|food)|grooming|thu y)\b/,
    category: 'pets',
    confidence: 65,
  },
  {
    words:
      /\b(hospital|clinic|medical|physicians?|doctors?|health|healthcare|radiology|pediatric\w*|dermatolog\w*|urgent care|labs?|laborator\w*|surgery|surgical|therapy|counseling|benh vien|phong kham|acupuncture|chiropract\w*|wellness)\b/,
    category: 'doctor',
    confidence: 60,
  },
  {
    words:
      /\b(gym|fitness|yoga|pilates|crossfit|climbing|martial|swim\w*|tennis|the hinh|athletic club|barre)\b/,
    category: 'fitness',
    confidence: 65,
  },
  {
    words:
      /\b(salon|barber\w*|hair\w*|haircuts?|nails?|spa|beauty|massage|cosmetics?|waxing|cat toc|tattoo|threading|tanning)\b/,
    category: 'hair_beauty',
    confidence: 65,
  },
  {
    words: /\b(laundr\w*|cleaners|dry clean\w*|giat ui|wash (n|and) fold|coin ?op)\b/,
    category: 'laundry',
    confidence: 65,
  },
  {
    words:
      /\b(hotel|hotels|motel|inn|resort|suites?|lodge|lodging|hostel|khach san|nha nghi|homestay|bed and breakfast|campground|koa)\b/,
    category: 'lodging',
    confidence: 65,
  },
  {
    words: /\b(airlines?|airways|air ?fare|hang khong|ve may bay|inflight|in flight|aviation)\b/,
    category: 'flights',
    confidence: 70,
  },
  {
    words: /\b(travel|tours?|cruises?|airport|visa fee|passport|vacation\w*|du lich|luggage|duty free)\b/,
    category: 'other_travel',
    confidence: 50,
  },
  {
    words: /\b(fox rent|car rental|rental car|thue xe|scooter rental)\b/,
    category: 'car_rental',
    confidence: 70,
  },
  {
    words:
      /\b(cinema\w*|theat(er|re)s?|theatr\w*|tickets?|tix|concert|museum|zoo|aquarium|amusement|festival|events?|opera|symphony|stadium|arena|bowling|karaoke|rap phim|golf|escape|laser|lazer|skating|ski|arcade|park rec|recreation|botanical|amphitheat\w*|billiards?)\b/,
    category: 'events',
    confidence: 60,
  },
  { words: /\b(casino|lottery|lotto|poker|betting|xo so)\b/, category: 'gambling', confidence: 70 },
  { words: /\b(games?|gaming|studios)\b/, category: 'games', confidence: 50 },
  { words: /\b(records|guitars?|music)\b/, category: 'music', confidence: 50 },
  {
    words: /\b(books?|bookstore|news|newsstand|magazine|comics?|nha sach|press|journal)\b/,
    category: 'books',
    confidence: 55,
  },
  {
    words:
      /\b(shoes?|clothing|clothiers?|apparel|boutique|fashion|jewel\w*|thrift|thoi trang|quan ao|giay dep|tailor\w*|consignment|outfitters|vintage)\b/,
    category: 'clothing',
    confidence: 60,
  },
  {
    words: /\b(electronics?|computers?|cell ?phones?|dien may|dien thoai|camera|audio)\b/,
    category: 'electronics',
    confidence: 55,
  },
  {
    words:
      /\b(sporting|sports?|bikes?|bicycles?|cycles?|cyclery|outdoors?|fishing|surf|the thao|hobby|hobbies)\b/,
    category: 'sports',
    confidence: 55,
  },
  { words: /\b(flowers?|florist|gifts?|hoa tuoi|souvenirs?)\b/, category: 'gifts', confidence: 60 },
  {
    words:
      /\b(hardware|hdwe|lumber|paint|plumb\w*|nursery|garden|roofing|handyman|home improvement|vat lieu|electrician|hvac|heating|landscap\w*|pest)\b/,
    category: 'home_maintenance',
    confidence: 60,
  },
  { words: /\b(furniture|mattress\w*|home decor|noi that|rugs?)\b/, category: 'furniture', confidence: 60 },
  {
    words: /\b(insurance|insur|ins prem|prem coll|assurance|bao hiem)\b/,
    category: 'insurance',
    confidence: 75,
  },
  {
    words: /\b(electric|energy|power|utilit\w*|light co|natural gas|pwr)\b/,
    category: 'electricity_gas',
    confidence: 60,
  },
  { words: /\b(water|sewer|waste|garbage|trash|disposal)\b/, category: 'water_waste', confidence: 60 },
  {
    words: /\b(internet|broadband|cable|fiber|telecom|cap quang)\b/,
    category: 'internet_tv',
    confidence: 60,
  },
  {
    words: /\b(wireless|mobile|cellular|phone|nap dt|nap tien dien thoai)\b/,
    category: 'phone',
    confidence: 55,
  },
  {
    words: /\b(day ?care|preschool|child care|montessori|nanny|mam non|nha tre|babysit\w*)\b/,
    category: 'childcare',
    confidence: 70,
  },
  {
    words:
      /\b(school|academy|tutor\w*|education|learning|institute|truong hoc|edu|classes|elementary|bursar)\b/,
    category: 'education',
    confidence: 60,
  },
  {
    words:
      /\b(church|charity|foundation|donat\w*|nonprofit|ministries|temple|quyen gop|tu thien|relief|missions?)\b/,
    category: 'donations',
    confidence: 60,
  },
  { words: /\b(property tax|tax|taxes|thue)\b/, category: 'taxes', confidence: 65, sign: 'out' },
  {
    words:
      /\b(city of|ci of|county|dept of|department of|court|municipal\w*|state of|clerk|treasurer|le phi|phat nguoi)\b/,
    category: 'government',
    confidence: 60,
    sign: 'out',
  },
  {
    words: /\b(law|legal|attorney\w*|lawyer|cpa|accounting|notary|consult\w*|tax prep)\b/,
    category: 'professional',
    confidence: 60,
  },
  {
    words: /\b(postage|post office|shipping|mailbox\w*|buu dien|courier|parcel|postal)\b/,
    category: 'postage',
    confidence: 65,
  },
  { words: /\b(self storage|mini storage|storage)\b/, category: 'storage', confidence: 65 },
  {
    words:
      /\b(software|hosting|domains?|cloud|app store|saas|vpn|web services?|subscription|membership|technologies|digital|online services)\b/,
    category: 'software',
    confidence: 50,
  },
  {
    words:
      /\b(photo\w*|printing|print|copies|copy|repair|services|service|moving|security|services llc|rentals?)\b/,
    category: 'other_services',
    confidence: 45,
  },
  {
    words:
      /\b(store|shop|shops|stores|mart|outlet|emporium|trading|bazaar|cua hang|mall|plaza|dollar|discount)\b/,
    category: 'general_shopping',
    confidence: 40,
  },
]

/** The first pattern that fits the text and the direction of the money. */
export function matchPattern(patterns: readonly Pattern[], words: string, sign: Sign): Pattern | null {
  return patterns.find((p) => (p.sign === undefined || p.sign === sign) && p.words.test(words)) ?? null
}
