import type { CategoryKey } from '#lib/categories/taxonomy.ts'

/**
 * Well-known names of the United States and Vietnam, by category. `Name` matches itself; `Name=alias,alias` matches only its
 * aliases, which are how banks print it, in lower case without accents.
 */
export const brands: Partial<Record<CategoryKey, string>> = {
  groceries: `Whole Foods=wholefds,whole foods,wholefoods,whole fds|Trader Joe's=trader joe,trader joes|Safeway|Kroger|Aldi|Lidl|Publix|
    Wegmans|H-E-B=heb,h e b|Albertsons|Ralphs|Vons|Food Lion|Giant Eagle|Giant Food|Stop & Shop=stop shop|ShopRite|Sprouts=sprouts farmers|
    Harris Teeter|Hy-Vee=hy vee|Meijer|Winn-Dixie=winn dixie|WinCo=winco foods,winco|Fred Meyer|King Soopers|Smith's=smiths food|Fry's Food=frys food|
    QFC|Berkeley Bowl|Grocery Outlet|Piggly Wiggly|Food 4 Less|99 Ranch=99 ranch|H Mart=h mart,hmart|Instacart|FreshDirect=freshdirect|Market Basket|
    Save Mart|Raley's=raleys|Lucky=lucky supermarket,lucky store|Thrive Market|Misfits Market|Hannaford|Weis Markets|Fareway|
    Schnucks|Jewel-Osco=jewel osco|Acme Markets|Stater Bros=stater bros,stater|Fairway Market|Fresh Market=fresh market|Monterey Market|
    HelloFresh|Blue Apron|Imperfect Foods|Andronico's=andronicos|Key Food|Tesco|Sainsbury's=sainsburys|Foodtown|C-Town=ctown,c town|Mitsuwa|Patel Brothers|Gristedes|
    WinMart=winmart,vinmart,vm plus,winmart plus|Co.opmart=coopmart,co opmart,co op mart,coop mart,coop food|Bách Hóa Xanh=bach hoa xanh,bhx|
    Big C=big c,bigc,go big c,tops market|Lotte Mart=lottemart,lotte mart|Emart|AEON=aeon,aeon mall,aeonmall|MM Mega Market=mega market|
    Annam Gourmet|Farmers Market|Satra Foods=satrafoods|Kingfoodmart=kingfood`,
  eating_out: `Chili's=chilis|Olive Garden|Applebee's=applebees|Cheesecake Factory|Denny's=dennys|IHOP|Outback Steakhouse=outback|Red Lobster|
    Texas Roadhouse|Buffalo Wild Wings=buffalo wild,bww|Cracker Barrel|P.F. Chang's=p f chang,pf chang,pf changs|Red Robin|TGI Fridays=tgi friday,tgi fridays|
    DoorDash=doordash,dd doordash|Uber Eats=uber eats,ubereats|Grubhub|Postmates|Caviar=caviar,trycaviar|Seamless|Toast Takeout|
    California Pizza Kitchen|LongHorn Steakhouse=longhorn|Waffle House|Ruth's Chris=ruths chris|Benihana|Din Tai Fung|Sweetgreen|
    Cava|Noodles & Company=noodles co|Maggiano's=maggianos|Hooters|BJ's Restaurant=bjs restaurant,bjs restaurants|Perkins|Bob Evans|
    ShopeeFood=shopeefood,shopee food,nowvn|GrabFood=grabfood,grab food|Baemin|Loship|Golden Gate=golden gate|Haidilao|Gogi House=gogi house,gogi|
    Kichi Kichi=kichi kichi,kichi|Pizza 4P's=pizza 4ps,4ps,pizza4ps|Phở 24=pho 24|King BBQ|Manwah|Sushi Hokkaido|Hoàng Yến=hoang yen|Cơm Tấm Cali=com tam cali|Dookki`,
  fast_food: `McDonald's=mcdonald,mcdonalds,mc donald|Burger King|Wendy's=wendys|Taco Bell|Chipotle|Chick-fil-A=chick fil a,chickfila|KFC|Subway|
    Panera Bread=panera,panera bread|Five Guys|In-N-Out=in n out,innout|Shake Shack|Panda Express|Domino's=dominos,domino s|Pizza Hut|Papa John's=papa john,papa johns|
    Little Caesars|Popeyes|Arby's=arbys|Sonic Drive-In=sonic drive,sonic drivein|Jack in the Box|Carl's Jr=carls jr|Hardee's=hardees|Dairy Queen|Jimmy John's=jimmy johns|
    Jersey Mike's=jersey mikes|Qdoba|Del Taco|El Pollo Loco|Whataburger|Culver's=culvers|Zaxby's=zaxbys|Raising Cane's=raising canes,canes|Wingstop|
    Baskin-Robbins=baskin|Cold Stone=cold stone|Ben & Jerry's=ben jerry,ben jerrys|Auntie Anne's=auntie annes|Cinnabon|Jamba=jamba juice,jamba|Steak 'n Shake=steak n shake|
    White Castle|Checkers|Blaze Pizza|MOD Pizza|Moe's Southwest=moes southwest|Quiznos|Potbelly|Firehouse Subs|Bojangles|Smoothie King|Insomnia Cookies|Crumbl|
    Lotteria|Jollibee|Texas Chicken|The Pizza Company|Bánh Mì Huỳnh Hoa=banh mi huynh hoa|Otoké Chicken=otoke`,
  coffee: `Starbucks=starbucks,sbux|Dunkin'=dunkin,dunkin donuts|Peet's Coffee=peets,peet s|Blue Bottle=blue bottle,bluebottle|Philz Coffee=philz|Tim Hortons|Caribou Coffee|
    Dutch Bros|Coffee Bean=coffee bean|Krispy Kreme|Einstein Bros|Bruegger's=brueggers|La Colombe|Verve Coffee=verve|Stumptown|Intelligentsia|Gong Cha=gong cha,gongcha|Kung Fu Tea|Tous les Jours|85C Bakery|
    Highlands Coffee=highlands,highland coffee|Phúc Long=phuc long|The Coffee House|Trung Nguyên=trung nguyen|Cộng Cà Phê=cong ca phe,cong caphe|Katinat|
    Phê La=phe la|Cheese Coffee|Starbucks Reserve|Ding Tea|KOI Thé=koi the|Tocotoco|Passio|Milano Coffee=milano coffee|Mixue`,
  bars: `Total Wine|BevMo=bevmo,beverages more|Drizly|ABC Fine Wine=abc fine wine|Binny's=binnys|Spec's=specs liquor,specs wine|Yard House|Dave & Busters=dave busters`,
  fuel: `Shell=shell,shell oil,shell service|Chevron|Exxon|ExxonMobil=exxonmobil,mobil|BP=bp|Arco|Valero|Texaco|Sunoco|Speedway|Circle K=circle k|76=76,union 76|Phillips 66|
    Conoco|Marathon=marathon petro,marathon oil,marathon|Citgo|Wawa|Sheetz|QuikTrip=quiktrip,qt|RaceTrac|Kum & Go=kum go|Casey's=caseys|Love's=loves travel,loves country,loves|Pilot=pilot travel,pilot flying|Buc-ee's=buc ees,bucees|
    Murphy USA=murphy usa,murphy express|Costco Gas=costco gas|Sam's Fuel=sams fuel|Cumberland Farms|Royal Farms|Maverik|Gulf Oil=gulf oil|Sinclair|Kwik Trip|Getgo=getgo|Rotten Robbie|
    ChargePoint|EVgo|Electrify America|Tesla Supercharger=tesla supercharger|
    Petrolimex|PVOil=pvoil,pv oil|Comeco|Mipec|VinFast Charging=v green,vgreen`,
  public_transport: `BART=bart,clipper|Caltrain|MTA=mta,nyct,metrocard,omny,mta nyct|WMATA=wmata,smartrip|CTA=cta ventra,ventra|SEPTA|MBTA|LIRR|NJ Transit=nj transit,njt|PATH=path tapp|Metro Transit|
    Amtrak|Greyhound|Megabus|Metrolink|TriMet|King County Metro|Orca Card=orca|Hà Nội Metro=hanoi metro|VinBus|Đường sắt Việt Nam=duong sat,dsvn|Phương Trang=phuong trang,futa|Vexere`,
  rides: `Uber=uber,uber trip,uber technologies|Lyft|Curb=curb taxi,curb svc|Via=via transportation|Waymo|Lime=lime ride|Bird=bird ride,bird app|Citi Bike=citi bike,citibike|Zipcar|Getaround|Turo Ride|Gett|Yellow Cab=yellow cab|
    Grab=grab,grabcar,grabbike,grabtaxi|Be Group=begroup,be group,be bike,becar|Xanh SM=xanh sm,gsm green|Gojek|Mai Linh=mai linh|Vinasun`,
  parking_tolls: `E-ZPass=e zpass,ezpass,ez pass|FasTrak=fastrak|SunPass|TxTag=txtag|I-PASS=i pass,ipass illinois|ParkMobile|SpotHero|PayByPhone=paybyphone|ParkWhiz|LAZ Parking=laz parking|ABM Parking=abm parking|
    Standard Parking=sp plus,standard parking|Impark|Ace Parking|VETC|ePass=epass|Passport Parking=passportparking|Premium Parking|Propark|Diamond Parking`,
  car_care: `AutoZone=autozone|O'Reilly=oreilly,o reilly|Advance Auto Parts=advance auto|NAPA Auto Parts=napa auto|Pep Boys|Jiffy Lube|Valvoline|Midas|Firestone|Goodyear|Discount Tire|Les Schwab|AAA=aaa,csaa|Meineke|Mister Car Wash=mister car wash|Safelite|Mavis=mavis|Big O Tires`,
  car_payment: `Toyota Financial=toyota financial,toyota ach|Honda Financial=honda financial,american honda,honda pmt|Ford Credit=ford credit,ford motor|Ally Auto=ally auto,ally ally|GM Financial|Nissan Motor Acceptance=nissan motor|Santander Consumer|Hyundai Motor Finance`,
  general_shopping: `Walmart=walmart,wal mart,wm supercenter|Target|Costco=costco,costco whse|Sam's Club=sams club,samsclub|BJ's Wholesale=bjs wholesale|Walgreens Photo|7-Eleven=7 eleven,7eleven|Dollar Tree=dollar tree,dollartree|Dollar General|Family Dollar|
    Five Below|Big Lots|Kmart|Kohl's=kohls|JCPenney=jcpenney,jc penney|Macy's=macys|Nordstrom|Sears|Daiso|Muji|Ollie's=ollies|99 Cents Only=99 cents|FamilyMart=familymart,family mart|Ministop|GS25=gs25|B's Mart=bs mart|
    Michaels=michaels stores,michaels|Jo-Ann=joann,jo ann|Hobby Lobby|Party City|Office Depot=office depot,officemax|Staples|Bed Bath & Beyond=bed bath|The Container Store=container store|Tuesday Morning|Vincom|Takashimaya|Saigon Centre|Concung=con cung|Kids Plaza|Miniso|Thế Giới Di Động Mart=tgdd mart`,
  online_shopping: `Amazon=amazon,amzn,amzn mktp,amazon mktpl,amazon mktplace|eBay|Etsy|AliExpress|Alibaba|Temu|Shein|Wish=wish com|Wayfair|Overstock|QVC|HSN|Zappos|Chewy Shop|Newegg Marketplace|Rakuten|Poshmark|Mercari|Kickstarter|Indiegogo|
    Shopee=shopee,shopeepay|Lazada|Tiki=tiki,tikivn|Sendo|TikTok Shop=tiktok shop,tiktokshop|Chợ Tốt=cho tot`,
  clothing: `Gap=gap|Old Navy|Banana Republic|Nike|Adidas|H&M=h m,hm com|Zara|Uniqlo|Levi's=levis|Forever 21|American Eagle|Abercrombie|Hollister|Victoria's Secret=victorias secret|Bath & Body Works Store|Marshalls|TJ Maxx=tj maxx,tjmaxx|
    Ross=ross store,ross stores,ross dress|Burlington=burlington|Nordstrom Rack|J.Crew=j crew,jcrew|Lululemon|DSW|Foot Locker|Famous Footwear|Skechers|Vans|Converse|Urban Outfitters|Anthropologie|Madewell|Everlane|Stitch Fix|Patagonia|Columbia Sportswear|Goodwill|
    Men's Wearhouse=mens wearhouse|Payless|Buffalo Exchange|Crossroads Trading=crossroads trading|Bata|Biti's=bitis|Canifa|Coolmate|IVY moda=ivy moda|Yody|Juno|Vascara|Charles & Keith=charles keith|PNJ|ASOS|Allbirds`,
  electronics: `Best Buy=best buy,bestbuy|Apple Store=apple store,apple online store|Micro Center|B&H Photo=b h photo,bh photo|Newegg|GameStop Electronics|Fry's Electronics=frys electronics|RadioShack=radioshack,radio shack|Dell|Lenovo|Samsung|Logitech|Monoprice|Adafruit|SparkFun|
    Thế Giới Di Động=the gioi di dong,tgdd,thegioididong|Điện Máy Xanh=dien may xanh,dmx|FPT Shop=fpt shop,fptshop|CellphoneS=cellphones|Nguyễn Kim=nguyen kim|MediaMart=mediamart|Phong Vũ=phong vu|GearVN=gearvn|Hoàng Hà Mobile=hoang ha mobile`,
  books: `Barnes & Noble=barnes noble,barnesnoble|Half Price Books|Books-A-Million=books a million|New York Times=nytimes,new york times,ny times|Wall Street Journal=wsj,wall street journal,d j wsj|Washington Post|Kindle=kindle|The Economist=economist|Powell's Books=powells|
    Comixology|Fahasa|Phương Nam Book=phuong nam book|Nhã Nam=nha nam|Scribd|Medium=medium com|Substack|Patreon`,
  sports: `REI=rei,rei com|Dick's Sporting Goods=dicks sporting,dicks|Academy Sports|Big 5 Sporting Goods=big 5 sporting|Bass Pro|Cabela's=cabelas|Decathlon|Sports Basement|Golf Galaxy|Guitar Center|Peloton|Sportsman's Warehouse=sportsmans`,
  gifts: `Hallmark|1-800-Flowers=1 800 flowers,1800flowers|FTD|ProFlowers|Edible Arrangements|Things Remembered|Build-A-Bear=build a bear`,
  pharmacy: `CVS=cvs,cvs pharmacy|Walgreens|Rite Aid|Duane Reade|Express Scripts|OptumRx=optumrx|GoodRx|Capsule Pharmacy|Vitamin Shoppe|GNC|iHerb|Pharmacity|Long Châu=long chau|An Khang=an khang|Medicare Store=medicare vn|Guardian Pharmacy=guardian vn`,
  doctor: `Kaiser Permanente=kaiser|Quest Diagnostics|LabCorp|One Medical|Sutter Health|Planned Parenthood|MinuteClinic|Teladoc|BetterHelp|Zocdoc|Mayo Clinic|Cleveland Clinic|Vinmec|FV Hospital|Hoàn Mỹ=hoan my|Medlatec|Bệnh viện=benh vien`,
  dental: `Aspen Dental|Western Dental|SmileDirect=smiledirect,smile direct|Quip|Invisalign|Nha khoa=nha khoa`,
  eye_care: `LensCrafters|Warby Parker|1-800 Contacts=1 800 contacts,1800contacts|Pearle Vision|Zenni=zenni|America's Best=americas best|Visionworks|For Eyes`,
  fitness: `Planet Fitness=planet fitness,planet fit|24 Hour Fitness=24 hour fitness|LA Fitness|Equinox|Anytime Fitness|Orangetheory|CrossFit|YMCA|Crunch Fitness=crunch fitness|Gold's Gym=golds gym|SoulCycle|ClassPass|Strava|Touchstone Climbing|California Fitness|Jetts Fitness|Elite Fitness|Citigym|Lifetime Fitness=life time,lifetime`,
  hair_beauty: `Sephora|Ulta=ulta|Great Clips|Supercuts|Sally Beauty|Sport Clips|Bath & Body Works=bath body|Massage Envy|European Wax|Fantastic Sams|Hasaki|Guardian|Watsons|Dollar Shave Club|Harry's=harrys com|Birchbox|Glossier|30Shine=30shine`,
  laundry: `Rinse=rinse com|CSC ServiceWorks=csc service,csc serviceworks|WashLava|Tide Cleaners|Zips Dry Cleaners=zips cleaners`,
  streaming: `Netflix|Hulu|Disney+=disney plus,disneyplus|HBO Max=hbo,hbomax,hbo max|Max=help max com|Paramount+=paramount plus,paramount|Peacock|YouTube=youtube,youtube premium,youtube tv,youtubepremium|Prime Video=prime video,amazon video,amazon prime video|Apple TV=apple tv|Crunchyroll|Sling TV=sling|ESPN+=espn plus|Fubo|Starz|Showtime|AMC+=amc plus,amcplus|Twitch|
    Roku|Vudu|DAZN|FPT Play|VieON|K+=k plus|Galaxy Play|Redbox|Philo|Discovery Plus`,
  music: `Audible|Spotify|Pandora|SiriusXM=siriusxm,sirius|Tidal|Bandcamp|SoundCloud|Apple Music|Zing MP3=zing mp3|Deezer`,
  games: `Steam=steam,steampowered,steamgames,steam games|PlayStation=playstation,playstationnetwork,playstation network,sony playstation|Xbox=xbox,microsoft xbox|Nintendo|Epic Games|Blizzard|Riot Games|Roblox|GameStop|Humble Bundle=humblebundle,humble bundle|GOG.com=gog com|Garena|VNG Games=vng|Supercell|Twitch Bits|itch.io=itch io`,
  events: `Ticketmaster|StubHub|SeatGeek|Eventbrite|AMC Theatres=amc,amc online|Regal=regal cinemas,regal|Cinemark|Fandango|Live Nation|Alamo Drafthouse|MoviePass|Landmark Theatres|AXS|Dice=dice fm|Meetup|Topgolf|Six Flags|CGV|Lotte Cinema|BHD Star|Galaxy Cinema|Beta Cinemas|Ticketbox|Disneyland|Museum=museum`,
  gambling: `DraftKings|FanDuel|BetMGM|PokerGO|California Lottery|Vietlott|PokerStars|Bovada`,
  flights: `United Airlines=united airlines,united air,united|Delta=delta air,delta airlines,delta|American Airlines=american air,american airlines|Southwest=southwest air,southwest airlines,southwes|JetBlue|Alaska Airlines=alaska air,alaska airlines|Spirit Airlines=spirit airl,spirit airlines|Frontier Airlines=frontier ai,frontier airlines|Hawaiian Airlines=hawaiian air|
    Virgin America=virgin america,virgin amer|Lufthansa|British Airways=british airways,british a|Air France|Emirates|Singapore Airlines|ANA=all nippon|Cathay Pacific|Vietnam Airlines|VietJet=vietjet,vietjetair|Bamboo Airways|Pacific Airlines|AirAsia|Ryanair|easyJet|Air Canada`,
  lodging: `Airbnb|Marriott|Hilton|Hyatt|Holiday Inn|Best Western|Motel 6|Hampton Inn|Sheraton|Westin|Booking.com=booking com|Hotels.com=hotels com|Expedia|Vrbo|Super 8|La Quinta|Days Inn|Comfort Inn|Courtyard|Agoda|Hostelworld|InterContinental|Four Seasons|Vinpearl|Muong Thanh=muong thanh|Red Roof|Extended Stay`,
  car_rental: `Hertz|Avis|Enterprise Rent-A-Car=enterprise rent,enterprise rac|Budget Rent a Car=budget rent|Alamo Rent=alamo rent|National Car=national car|Thrifty|Dollar Rent=dollar rent|Sixt|Turo|U-Haul=u haul,uhaul`,
  other_travel: `Priceline|Kayak|TripAdvisor|Traveloka|Klook|Orbitz|Travelocity|Saigontourist|Vietravel|Mytour|Norwegian Cruise|Royal Caribbean|Carnival Cruise|TSA PreCheck=tsa precheck|CLEAR=clearme`,
  education: `Coursera|Udemy|Duolingo|Udacity|edX|Chegg|Khan Academy|Codecademy|MasterClass|Skillshare|University=university,college|Pearson|Sylvan|Kumon|Apollo English|VUS|ILA Vietnam|Brilliant=brilliant org|Rosetta Stone`,
  childcare: `KinderCare|Bright Horizons|Care.com=care com|Goddard School|UrbanSitter|La Petite|Children's Place=childrens place|Carter's=carters`,
  pets: `Petco|PetSmart|Chewy|Banfield|VCA Animal=vca|BarkBox=barkbox|Rover.com=rover com|Pet Food Express|Pet Mart=pet mart|Trupanion`,
  home_maintenance: `Home Depot=home depot,homedepot|Lowe's=lowes,lowe s|Ace Hardware|True Value|Menards|Harbor Freight|Sherwin-Williams=sherwin williams|Orchard Supply|Benjamin Moore|TaskRabbit|Angi=angi|Thumbtack|Terminix|Orkin|Tractor Supply`,
  furniture: `IKEA|West Elm|Crate & Barrel=crate barrel|Pottery Barn=pottery barn,potterybarn|Ashley Furniture=ashley furniture,ashley home|La-Z-Boy=la z boy|Williams-Sonoma=williams sonoma|HomeGoods|World Market=world market|Casper|Rooms To Go|Restoration Hardware|JYSK|Nhà Xinh=nha xinh|Index Living Mall=index living`,
  home_security: `ADT=adt,adt security|Ring=ring com,ring basic,ring yearly|SimpliSafe|Vivint|Brinks Home|Nest Aware`,
  electricity_gas: `PG&E=pg e,pge,pacific gas|Con Edison=con ed,coned,con edison|Duke Energy|Dominion Energy|National Grid|Xcel Energy|Southern California Edison=so cal edison,socal edison,sce|SoCalGas=socalgas|Puget Sound Energy|Florida Power & Light=fpl|Georgia Power|ComEd|PSEG|DTE Energy|Eversource|Entergy|
    Ameren|CenterPoint Energy|Reliant Energy|TXU Energy|NV Energy|Piedmont Natural Gas|EVN=evn,evnhcmc,evn hcmc,evnhanoi,dien luc|Petrovietnam Gas=petrovietnam gas`,
  water_waste: `Waste Management=waste management,waste mgmt,wm com|Republic Services|EBMUD|American Water|Sawaco|HAWACO|Cấp nước=cap nuoc,tien nuoc,nuoc sach|Recology`,
  internet_tv: `Comcast=comcast,xfinity|Spectrum=spectrum,charter comm|Cox=cox comm,cox communications|Optimum|Frontier Communications=frontier comm|CenturyLink|DirecTV|Dish Network=dish network|Sonic.net=sonic net|Google Fiber|Starlink|Hughesnet|FPT Telecom=fpt telecom|SCTV|VTVcab=vtvcab|HTVC|Wave Broadband|RCN|WOW Internet|Time Warner Cable=time warner,twc`,
  phone: `Verizon=verizon,vzwrlss,vzw,verizon wrls|AT&T=att,at t,at t mobility|T-Mobile=t mobile,tmobile|Sprint|Mint Mobile|Google Fi=google fi|Cricket Wireless=cricket|Boost Mobile|MetroPCS=metropcs,metro by t mobile|US Cellular|Visible=visible by verizon|Ting=ting mobile,ting|Skype|Xfinity Mobile|TracFone|Straight Talk|
    Viettel|Vinaphone|MobiFone|VNPT|Vietnamobile|Republic Wireless|Google Voice|Consumer Cellular`,
  software: `Adobe|Microsoft=microsoft,msft,microsoft 365|Google=google,google storage,google one|Apple=apple,apple com bill,itunes,apple com|Dropbox|GitHub|OpenAI=openai,chatgpt|Anthropic=anthropic,claude ai|Canva|Notion|Slack|Zoom=zoom us,zoom|LastPass|1Password=1password|Evernote|GoDaddy|Namecheap|DigitalOcean|Linode|
    Amazon Web Services=amazon web services,aws|Squarespace|Wix|WordPress|Shopify|Mailchimp|NordVPN=nordvpn,nord vpn|ExpressVPN|Grammarly|Figma|Atlassian|Heroku|Cloudflare|Backblaze|JetBrains|Todoist|YNAB|Midjourney|Cursor=cursor ai,cursor usage|Perplexity|Ancestry|LinkedIn|Tinder|Match.com=match com|OkCupid|Vultr|Hover=hover com|Gandi|Quicken|Intuit Software=intuit`,
  insurance: `GEICO|State Farm|Progressive=progressive,prog insurance,progressive ins|Allstate|USAA Insurance=usaa insurance,usaa p c|Liberty Mutual|Farmers Insurance=farmers ins|Nationwide|Travelers=travelers ins|MetLife|Lemonade|Aetna|Cigna|Blue Cross=blue cross,bcbs,anthem|UnitedHealthcare=unitedhealthcare,united healthcare|Humana|Esurance|Mutual of Omaha|Northwestern Mutual=northwestern mu|
    Bảo Việt=bao viet,baoviet|Prudential|Manulife|AIA|Dai-ichi Life=dai ichi|PVI|Sun Life|Generali|FWD|Root Insurance|New York Life|Pacific Life`,
  postage: `USPS|UPS=ups,ups store|FedEx|DHL|Stamps.com=stamps com|Pirate Ship|GHN=giao hang nhanh|GHTK=ghtk,giao hang tiet kiem|Viettel Post|VNPost=vnpost,vietnam post|J&T Express=jt express|Ahamove|Lalamove`,
  professional: `H&R Block=h r block,hr block|TurboTax|LegalZoom|Jackson Hewitt|TaxAct|Rocket Lawyer|Experian|Equifax|TransUnion|Credit Karma|FreeTaxUSA|Charles Schwab Advice`,
  storage: `Public Storage|Extra Space|CubeSmart|Life Storage|PODS`,
  donations: `Red Cross|Goodwill Donation|Salvation Army|UNICEF|Wikimedia=wikimedia|Doctors Without Borders|GoFundMe|ACLU|ActBlue|GiveWell|Oxfam|Kiva|NPR|KQED|PBS|Electronic Frontier=eff org`,
  taxes: `IRS=irs,irs usataxpymt,usataxpymt|Franchise Tax Board=franchise tax|Tax Department=dept of revenue,tax payment|Thuế=nop thue,tong cuc thue`,
  government: `DMV=dmv|Passport Services=passport services|USCIS|City Clerk=city clerk|County Clerk=county clerk|Secretary of State`,
  student_loan: `Navient|Nelnet|Great Lakes=great lakes|Sallie Mae|MOHELA|FedLoan=fedloan|Dept of Education=dept education,dept of education,dept of ed|SoFi Loan=sofi loan|Aidvantage|EdFinancial`,
  mortgage: `Rocket Mortgage|Quicken Loans|Mr. Cooper=mr cooper|Freedom Mortgage|Wells Fargo Home Mortgage=wf home mtg,wells fargo home mtg|PennyMac|loanDepot=loandepot`,
  loan_payment: `Affirm|Klarna|Afterpay|LendingClub|Prosper=prosper funding|Upstart|Home Credit|FE Credit=fe credit|Zip Pay=quadpay`,
  investing: `Robinhood|Coinbase|Vanguard|Fidelity=fidelity inv,fid bkg|Charles Schwab=schwab|Betterment|Wealthfront|Acorns|E*TRADE=etrade,e trade|TD Ameritrade|SSI Securities=ssi securities|VNDirect|Binance|Kraken|Stash=stash capital`,
}
