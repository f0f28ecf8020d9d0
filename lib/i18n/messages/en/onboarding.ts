export const onboarding = {
  title: 'Welcome',
  linkTitle: 'Link an account',
  findBank: 'Find your bank',
  findPlaceholder: 'Chase, Amex, Vietcombank…',
  countryUS: 'United States',
  countryVN: 'Vietnam',
  noBank: 'No bank is called “{query}” here.',
  noBankText:
    'Any bank that gives a QFX, OFX, CSV or Excel file will do. Import the file and Minh works out the rest.',
  otherBank: 'My bank is not listed',
  bankText: 'Opens in your own browser, at {site}. Minh never asks for your bank password.',
  stepsTitle: 'Click by click',
  afterTitle: 'Then bring the file here',
  afterText:
    'Drop it anywhere in Minh, or choose it on the import page. You see what would be added before anything is.',
  goImport: 'Go on to import',
  otherBanks: 'Other banks',
  noLive: 'How to link {bank}',
  results: '{count, plural, =0 {No banks} one {# bank} other {# banks}}',
}
