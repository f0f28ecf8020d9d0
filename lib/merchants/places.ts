/** Two-letter codes that end an American descriptor: states, territories and the country. */
export const states = new Set(
  'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr us usa vn vnm'.split(
    ' ',
  ),
)

/** Cities that banks print after the name, folded; only removed from the end. One word or several. */
export const cities = new Set(
  `new york|brooklyn|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|san jose|austin|jacksonville|fort worth|columbus|charlotte|
  san francisco|indianapolis|seattle|denver|washington|boston|el paso|nashville|detroit|oklahoma city|portland|las vegas|memphis|louisville|baltimore|milwaukee|
  albuquerque|tucson|fresno|sacramento|mesa|kansas city|atlanta|omaha|colorado springs|raleigh|miami|long beach|virginia beach|oakland|minneapolis|tulsa|tampa|
  arlington|new orleans|wichita|cleveland|bakersfield|aurora|anaheim|honolulu|santa ana|riverside|corpus christi|lexington|stockton|henderson|saint paul|st paul|
  st louis|saint louis|cincinnati|pittsburgh|greensboro|anchorage|plano|lincoln|orlando|irvine|newark|toledo|durham|chula vista|fort wayne|jersey city|
  st petersburg|laredo|madison|chandler|buffalo|lubbock|scottsdale|reno|glendale|gilbert|winston salem|north las vegas|norfolk|chesapeake|garland|irving|hialeah|
  fremont|boise|richmond|baton rouge|spokane|des moines|tacoma|san bernardino|modesto|fontana|santa clarita|oxnard|berkeley|emeryville|palo alto|mountain view|
  menlo park|redwood city|san mateo|sunnyvale|santa clara|cupertino|walnut creek|el cerrito|albany|alameda|hayward|daly city|pasadena|burbank|santa monica|
  cambridge|somerville|new haven|hartford|providence|rochester|syracuse|ann arbor|grand rapids|salt lake city|bellevue|redmond|kirkland|boulder|ithaca|
  ho chi minh|ho chi minh city|hcmc|tp hcm|tphcm|tp ho chi minh|hcm|ha noi|hanoi|da nang|danang|hai phong|can tho|nha trang|hoi an|hue|bien hoa|vung tau|da lat|dalat`
    .split('|')
    .map((city) => city.trim()),
)
