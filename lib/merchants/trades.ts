import type { CategoryKey } from '#lib/categories/taxonomy.ts'

/**
 * What a shop sells, from the ordinary words of its name, in the order they are believed. `word*` is a beginning and `*word`
 * an ending of a word, so that compound names count. `confidence` is about how often a row of the labelled halves was right.
 */
export type Trade = { category: CategoryKey; confidence: number; words: string; outOnly?: boolean }

export const trades: readonly Trade[] = [
  {
    category: 'car_care',
    confidence: 92,
    words: `oil change*, oil tire, auto parts, auto repair*, auto body, autobody, auto service*, auto care, auto glass, auto spa, auto wash, auto supply, car care, car
    wash, carwash, *carwash, car spa, car service, tire, tires, tyre, tyres, smog, lube, mechanic, mechanics, motor works, transmission, transmissions, brake, brakes, automotive, towing,
    collision, muffler*, radiator, windshield*, alignment, detailing, rua xe, sua xe, body shop auto, lop xe, emissions, vehicle inspection`,
  },
  {
    category: 'pets',
    confidence: 92,
    words: `veterinar*, vet, vets, animal hosp*, animal clinic, animal medical, pet, pets, *pets, pet hospital, grooming, dog wash, doggy, doggie, dogs training, kennel*, puppy,
    puppies, thu y, thu cung, aquatics, pet food, pet supplies, dog park, pet shop, bird shop`,
  },
  {
    category: 'dental',
    confidence: 93,
    words: `dental*, dentist*, orthodon*, endodon*, periodon*, dds, dmd, nha khoa, rang ham mat, oral surg*, smiles dental`,
  },
  {
    category: 'eye_care',
    confidence: 92,
    words: `optical*, optometr*, *optical, opticians, ophthalm*, vision, visions, eyecare, eye care, eye center, eye clinic, eye associates, eyewear, eyeglass*, contacts, *lens,
    *contacts, glasses, lenses, mat kinh, sunglass*, lasik, eye md, eyes`,
  },
  {
    category: 'pharmacy',
    confidence: 92,
    words: `pharmac*, *pharmacy, *pharma, drug store, drugstore, drugs, drug, rx, apothecary, chemist, chemists, nha thuoc, quay thuoc, hieu thuoc, duoc pham, vitamins,
    *vitamins, supplements, nutrition, herbalife, compounding, dispensary, prescription*`,
  },
  {
    category: 'hair_beauty',
    confidence: 90,
    words: `salon, salons, *salon, barber*, hair, haircut*, *hair, hairdress*, hairstyl*, nail, nails, *nails, spa, spas, medspa, day spa, beauty, massage*, cosmetic*, waxing, wax,
    brow, brows, lash, lashes, *lashes, skincare, skin care, esthetic*, aesthetic*, makeup, blow dry, blowout, cat toc, goi dau, my pham, lam dep, tattoo*, threading, tanning, *tanning, manicure,
    pedicure, foot spa, perfume*, barbershop, styling, mane, toc nam, shaves, shave`,
  },
  {
    category: 'fitness',
    confidence: 90,
    words: `gym, gyms, *gym, gymnastics, fitness, *fitness, fit club, yoga*, *yoga, pilates, crossfit*, climbing, bouldering, martial, karate, taekwondo, jiu jitsu, bjj, boxing,
    kickboxing, muay thai, swim*, tennis, the hinh, athletic club, health club, racquet club, barre, cycle studio, personal training, dance studio, phong tap, ymca, sports club, be boi, workout`,
  },
  {
    category: 'fast_food',
    confidence: 92,
    words: `burger*, *burger, *burgers, pizza*, *pizza, pizzeria, pizzas, fries, carry out, carryout, take out, takeout, taco, tacos, *tacos, taqueria, burrito*, sandwich*, hoagie*, subs, sub shop,
    cheesesteak*, fried chicken, chicken fingers, chicken shack, chicken and waffles, wings, *wings, hot dog*, hotdog*, delicatessen, deli, delis, *deli, creamery, ice cream, icecream, gelato*, frozen custard, custard, yogurt*, froyo, banh mi,
    snack, snacks, juice, juices, juicery, bagel*, *bagels, smoothie*, drive in, drive thru, food truck, pretzel*, popcorn, poke, shaved ice, snow cone*, sno balls, ga ran, xoi, scoops, dairy bar,
    frozen yogurt, nem nuong, wraps, franks, chicken`,
  },
  {
    category: 'coffee',
    confidence: 92,
    words: `coffee*, *coffee, espresso*, roaster*, roasting, caffe*, ca phe, caphe, cafe bakery, tea, teas, tea house, teahouse, *tea, boba*, bubble tea, tra sua, tra da, milk tea, donut*, *donuts, doughnut*, bakery,
    bakeries, *bakery, bakeshop, bake shop, baking co, bakers, patisserie, boulangerie, panaderia, cupcake*, cakes, cake shop, pastr*, tiem banh, banh ngot, latte, matcha, java, dessert*, sweets, cookies`,
  },
  {
    category: 'bars',
    confidence: 88,
    words: `wine bar, pub, pubs, *pub, gastropub, brew*, *brewery, *brewing, tavern*, saloon*, wine, wines, winery, vineyard*, cellar*, liquor*, *liquor, spirits, taproom, tap house, taphouse,
    beer*, lounge, bia hoi, bia, ruou, cocktail*, ale house, alehouse, distill*, nightclub, night club, speakeasy, biergarten, cantina bar, bottle shop, sports bar, irish pub, package store`,
  },
  {
    category: 'eating_out',
    confidence: 94,
    words: `restaura*, *restaurant, ristorante, osteria, trattoria, cafe, cafes, *cafe, cafeteria, diner, diners, *diner, bistro*, *bistro, grill, grille, grills, grillhouse, *grill, kitchen*, *kitchen, kitc, eatery, eateries, eats, *eats, cantina,
    sushi*, *sushi, ramen*, *ramen, noodle*, *noodles, pho, thai, bbq, *bbq, barbecue, barbeque, bar b que, smokehouse, smokin, roadhouse, steak*, *steakhouse, chophouse, seafood*, oyster*, crab, crabs, lobster, crawfish, cajun, curry, curries,
    tandoori*, masala, biryani, halal, shawarma, mediterranean, dumpling*, dim sum, brasserie, pancake*, waffle*, catering, quan an, nha hang, com tam, hu tieu, bun bo, bun cha, bun dau, hai san, lau nuong, lau, nuong, quan nhau, an vat, am thuc,
    dining, tapas, izakaya, teriyaki, teppanyaki, hibachi, hot pot, hotpot, wok, szechuan, sichuan, hunan, peking, mandarin, pollo, mariscos, asador, churrasc*, empanada*, arepas, birria, tortas, tamales, cocina, comida, chow, dhaba,
    tiffin, bento, udon, katsu, bibimbap, bulgogi, kabob*, kebab*, gyro, gyros, falafel, crepe*, vending*, concession*, canteen, rotisserie, supper, lunch*, brunch, breakfast, pasta, italian, mexican, korean bbq, vietnamese, ethiopian, greek,
    restaurante, cuisine, eat, bar and grill, soup*, salad*, fish and chips, fish house, ribs, bun, chao, ga nuong`,
  },
  {
    category: 'laundry',
    confidence: 92,
    words: `laundr*, *laundry, cleaners, dry clean*, drycleaner*, wash and fold, wash n fold, coin op, coin laundry, washateria, wash house, *wash laundry, suds, *suds, giat ui, giat la, giat say, coinmach, tailor*, alterations`,
  },
  {
    category: 'lodging',
    confidence: 92,
    words: `hotel*, *hotel, *hotels, motel*, *motel, inn, inns, resort*, suites, suite, lodge, lodging, hostel*, khach san, nha nghi, homestay, bed and breakfast, guest house, guesthouse, campground*, rv park, rv resort, koa, villas, cabins,
    nha tro du lich, hospitality, vacation rental*`,
  },
  {
    category: 'flights',
    confidence: 93,
    words: `airline*, *airlines, airways, *airways, airfare, air lines, hang khong, ve may bay, inflight, in flight, aviation`,
  },
  {
    category: 'car_rental',
    confidence: 90,
    words: `rent a car, rent car, car rental*, rental car*, thue xe, truck rental, van rental, scooter rental`,
  },
  {
    category: 'parking_tolls',
    confidence: 92,
    words: `parking*, *parking, prkg, parkg, garage, park and fly, park n fly, valet, toll, tolls, *toll, tollway, toll road*, turnpike, thruway, expressway auth*, bridge, gui xe, giu xe, do xe, phi duong bo, thu phi, meter, meters`,
  },
  {
    category: 'rides',
    confidence: 92,
    words: `taxi*, *taxi, cab, cabs, *cab, limo, limousine, rideshare, ride share, xe om, bike share, bikeshare, bike rental, scooters, airport shuttle, shuttle`,
  },
  {
    category: 'public_transport',
    confidence: 85,
    words: `transit*, *transit, metro station, metro card, metro rail, railway*, rail, railroad, train, trains, bus, buses, ferry, ferries, subway station, xe khach, xe buyt, ve xe, ve tau, tau hoa, duong sat, tram, transportation auth*, commuter`,
  },
  {
    category: 'fuel',
    confidence: 88,
    outOnly: true,
    words: `gas, gas station, gas mart, gas and*, fuel, fuels, *fuel, *fuels, petrol*, petro, *petro, gasoline, gasolin*, oil, service station, station service, truck stop, truckstop, travel center, travel plaza, travel centre,
    xang dau, xang, cay xang, ev charg*, charging, supercharger, travel stop, food mart gas`,
  },
  {
    category: 'doctor',
    confidence: 88,
    words: `hospital*, clinic*, *clinic, medical*, medicine, physician*, doctor, doctors, health, healthcare, *health, radiology, imaging, mri, pediatric*, dermatolog*, cardiolog*, urolog*, neurolog*, oncolog*, gastro*, orthop*, podiatr*, obgyn,
    ob gyn, urgent care, labs, laborator*, diagnostic*, patholog*, anesthesi*, surgery, surgical, surgeons, therap*, counseling, psych*, rehab*, physio*, benh vien, phong kham, da khoa, kham benh, bac si, acupunctur*, chiropract*, wellness,
    family practice, nursing, ambulance, hospice, midwi*, allergy, pain mgmt, primary care, patient first, patients, med center, med ctr`,
  },
  {
    category: 'childcare',
    confidence: 90,
    words: `day care, daycare, *daycare, preschool*, child care, childcare, children center, montessori*, nanny, nannies, mam non, mau giao, nha tre, babysit*, kids club, after school, summer camp, early learning, learning center kids`,
  },
  {
    category: 'insurance',
    confidence: 92,
    words: `insurance, *insurance, insur, ins prem, prem coll, ins pymt, assurance, bao hiem, phi bao hiem, underwriters, ins co, mutual ins`,
  },
  {
    category: 'home_maintenance',
    confidence: 88,
    words: `hardware*, hdwe, lumber, paint, paints, painting, painters, plumb*, nursery, nurseries, garden center, garden*, landscap*, roofing, handyman, home improvement, home center, vat lieu, vlxd, electrician*, electrical contr*, hvac, heating, air conditioning,
    pest, termite, tile, tiles, flooring, carpet*, appliance*, locksmith, septic, contractor*, construction, remodel*, lawn, tree service, pool service, pool supply, pools, tools, glass co, ace home, maid*, house cleaning, cleaning service*, windows and doors, dien nuoc, sua nha`,
  },
  {
    category: 'furniture',
    confidence: 90,
    words: `furniture*, *furniture, mattress*, *mattress, home decor, decor, interiors, noi that, rugs, rug, lighting, kitchen and bath, bedding, sofa*, housewares, home furnish*, homewares, antiques, do gia dung`,
  },
  {
    category: 'clothing',
    confidence: 88,
    words: `shoe, shoes, *shoes, footwear, clothing, clothiers, clothes, apparel, boutique*, fashion*, *fashion, jewel*, *jewelers, *jewelry, thrift*, thoi trang, quan ao, giay dep, giay, consignment, outfitters, menswear, bridal, tuxedo*, uniform*, lingerie, leather,
    handbags, bags, watches, accessories, dresses, dress, denim, jeans, sneaker*, couture, trang suc, vang bac, wear, *wear, vintage, knits, hats, underwear, suits`,
  },
  {
    category: 'sports',
    confidence: 82,
    words: `sporting*, sports, sport, *sports, bike, bikes, *bikes, bicycle*, cycles, cyclery, cycling, outdoors, outdoor, fishing, bait, tackle, surf, ski shop, skate shop, pro shop, golf shop, the thao, hobby, hobbies, crafts, fabric*, yarn*, guns, archery, ammo, xe dap,
    camping, running co, scuba, dive shop, art supply, art supplies`,
  },
  {
    category: 'events',
    confidence: 90,
    words: `cinema*, *cinema, *cinemas, theater*, theatre*, theatr*, movies, movie, film, films, playhouse, ticket*, *tickets, tix, *tix, box office, concert*, museum*, zoo, aquarium, amusement*, theme park, water park, waterpark, festival*, event, events, opera, ballet, symphony,
    philharmonic, orchestra, stadium, arena, bowling, lanes, karaoke, rap phim, bao tang, cong vien, golf*, country club, escape room, laser tag, lazer, skating, ice rink, ski, ski area, arcade, parks and rec, park rec, recreation, botanical, amphitheat*, billiard*, comedy, improv,
    circus, rodeo, trampoline*, paintball, raceway, fairground*, expo, gallery, galleries, art center, performing arts, admission*, planetarium, ballpark, national park, state park, zoological`,
  },
  {
    category: 'gambling',
    confidence: 90,
    words: `casino*, *casino, lottery, lotto, poker, betting, sportsbook, bingo, xo so, slots`,
  },
  {
    category: 'other_travel',
    confidence: 80,
    words: `travel, travels, *travel, tour, tours, cruise*, airport, visa fee, passport photo, vacation*, du lich, lu hanh, luggage, excursion*, sightseeing, booking`,
  },
  {
    category: 'groceries',
    confidence: 85,
    words: `grocer*, *grocery, supermarket*, *supermarket, supermercado*, hypermarket, market, markets, mkt, *market, mercado*, marketplace, market place, marke, produce, butcher*, carniceria*, meats, meat, meat market, fish market, fishmonger, sieu thi, cua hang thuc pham, thuc pham, cho,
    organic*, natural foods, food mart, foodmart, food store, food co op, co op, coop, cheese, cheeses, cheesemonger*, fruit, fruits, rau cu, trai cay, orchard*, farm, farms, farmstand, foods, provisions, fine foods, abarrotes, tienda, bodega, cash and carry, commissary`,
  },
  {
    category: 'books',
    confidence: 78,
    words: `books, book, *books, bookstore*, bookshop, booksellers, news, newsstand, newspaper*, magazine*, comic, comics, nha sach, hieu sach, press, journal, gazette, tribune, herald, times, publish*, library, stationery, van phong pham`,
  },
  {
    category: 'gifts',
    confidence: 85,
    words: `flower*, *flowers, florist*, floral, gift*, *gifts, hoa tuoi, dien hoa, souvenir*, qua tang, toy, toys, *toys, greeting cards, party supply, party supplies, balloons`,
  },
  {
    category: 'education',
    confidence: 82,
    words: `school*, academy, academies, tutor*, education*, learning, institute, university, univ, college, truong, truong hoc, edu, classes, course, courses, training, elementary, bursar, campus, driving school, hoc phi, tieng anh, anh ngu, trung tam ngoai ngu, lessons, dao tao`,
  },
  {
    category: 'donations',
    confidence: 82,
    words: `church, *church, charity, charities, foundation, donat*, nonprofit, ministr*, temple, baptist, lutheran, catholic, methodist, parish, synagogue, mosque, humane society, animal rescue, quyen gop, tu thien, ung ho, relief, mission, missions, chua, giao xu`,
  },
  {
    category: 'electricity_gas',
    confidence: 85,
    outOnly: true,
    words: `electric, electricity, *electric, energy, *energy, power, power co, power and light, pwr, edison, hydro, propane, natural gas, utility, utilities, utilit*, light co, light and power, gas and electric, gas co, dien luc, pud, pub util*`,
  },
  {
    category: 'water_waste',
    confidence: 85,
    outOnly: true,
    words: `water, water dept, sewer*, waste, garbage, trash, disposal, sanitation, recycling, cap nuoc, tien nuoc, ve sinh, rac`,
  },
  {
    category: 'internet_tv',
    confidence: 85,
    words: `internet, broadband, cable, cablevision, fiber, telecom*, *telecom, cap quang, truyen hinh, satellite, wifi, wi fi, boingo`,
  },
  {
    category: 'phone',
    confidence: 82,
    words: `wireless, *wireless, mobile phone, *mobile, cellular, phone, phones, prepaid, nap dt, nap dien thoai, nap the, cuoc di dong, dien thoai, vien thong, sim the`,
  },
  {
    category: 'taxes',
    confidence: 82,
    outOnly: true,
    words: `property tax*, tax collector, tax, taxes, thue, nop thue, revenue dept`,
  },
  {
    category: 'professional',
    confidence: 85,
    words: `law, law office*, legal, *legal, attorney*, lawyer*, esq, cpa, cpas, accounting, accountants, bookkeep*, notary, consult*, tax prep*, tax service*, advisors, advisory, immigration, real estate, title company, escrow, luat su, cong chung, van phong luat, architects`,
  },
  {
    category: 'government',
    confidence: 78,
    outOnly: true,
    words: `city of, cityof, ci of, county of, county, dept of, department of, court, courts, municipal*, state of, town of, township, village of, clerk, treasurer, registry of, motor vehicle*, vehicle reg*, dmv, bmv, consulate, embassy, passport, le phi, phat nguoi, kho bac, nop phat, ubnd, dvc, dich vu cong`,
  },
  {
    category: 'postage',
    confidence: 88,
    words: `postage, post office, shipping, mailbox*, mail boxes, buu dien, courier*, parcel*, postal*, chuyen phat, giao hang, freight, packaging store, pack and ship`,
  },
  {
    category: 'storage',
    confidence: 90,
    words: `self storage, mini storage, storage, *storage, u store, ministorage, kho bai`,
  },
  {
    category: 'electronics',
    confidence: 75,
    words: `electronic*, computer*, *computers, cell phones, cellphone*, dien may, camera, cameras, audio, stereo, phone repair, gadget*, may tinh, laptop*, wireless zone, appliances tv`,
  },
  { category: 'music', confidence: 70, words: `records, guitar*, music, *music, piano*, vinyl, podcast*` },
  {
    category: 'games',
    confidence: 65,
    words: `games, game, *games, gaming, esports, playtika, interactive, studios`,
  },
  {
    category: 'eating_out',
    confidence: 70,
    words: `bar, *bar, food, foods, china, indian, chinese, korean, japanese, india, tokyo, saigon, hanoi, bamboo, dragon, palace, garden restaurant, fish, rice, spice, spices, tavola, la casa, taste of, quan, villa, house of, express food, culinary, usconnect, golden, lotus, lunchroom, club house, clubhouse, bowl, bowls, pie, pies, kiosk`,
  },
  {
    category: 'software',
    confidence: 65,
    words: `software, *soft, hosting, *hosting, domain, domains, cloud, *cloud, app, apps, app store, saas, vpn, *vpn, web services, web hosting, subscription*, technologies, tech, digital, online services, labs inc, membership`,
  },
  {
    category: 'general_shopping',
    confidence: 68,
    words: `whole sale club, wholesale*, super center, supercenter, variety, general store, convenience, minimart, mini mart, mini market, quick stop, kwik stop, quick mart, express mart, *mart, mart, tap hoa, cua hang tien loi, department store, smoke shop, smoke, tobacco*, vape*, cigar*,
    pawn*, surplus, flea market, swap meet, duty free, dollar, *dollar, discount*, store, stores, shop, shops, shoppe, *shop, *store, outlet*, emporium, trading, bazaar, cua hang, shopping, mall, plaza, merchandise, goods, supply, supplies, office supply, retail, trung tam thuong mai, exchange, depot`,
  },
  {
    category: 'other_services',
    confidence: 58,
    words: `photo*, *photo, printing, printer*, prints, print, copies, copy, repair, repairs, services, service, serv, svcs, moving, movers, security, rental, rentals, studio, agency, solutions, associates, design*, media, marketing, group, management, care, marine, dating, notary public`,
  },
]
