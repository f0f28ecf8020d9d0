/** Words that most chosen passphrases of the world are made of, without spaces, in lower-case ASCII. They add next to nothing. */
export const commonWords: readonly string[] = `
password passphrase passwort passcode pass word motdepasse contrasena senha parola kennwort matkhau matma welcome login
signin letmein opensesame admin administrator root user guest test tester testing demo sample example default changeme change
secret private access master super system server computer internet website account email mail hello goodbye please thankyou
iloveyou loveyou love lover forever together always baby babygirl babyboy honey sweetheart darling princess prince angel
sunshine rainbow flower butterfly unicorn dragon monkey tiger kitty kitten puppy doggy chicken banana cookie chocolate coffee
pizza cheese orange apple cherry summer winter spring autumn january february march april june july august september october
november december monday tuesday wednesday thursday friday saturday sunday football baseball basketball soccer hockey tennis
golf cricket liverpool arsenal chelsea manchester united barcelona realmadrid juventus cowboys eagles yankees lakers steelers
superman batman spiderman starwars pokemon naruto minecraft fortnite matrix shadow killer hunter ranger warrior ninja samurai
mustang ferrari porsche mercedes toyota harley jordan michael jessica jennifer michelle ashley nicole daniel andrew charlie
thomas robert joshua matthew anthony amanda samantha elizabeth freedom liberty america england london newyork california texas
canada australia germany france vietnam hanoi saigon danang hochiminh haiphong trustno1 nothing whatever fuckyou asshole
qwerty qwertz azerty asdfgh zxcvbn qazwsx keyboard number one two three four five six seven eight nine ten zero hundred
thousand million money cash bank banking finance budget wallet dollar salary savings credit debit visa mastercard paypal
anhyeuem emyeuanh yeuem yeuanh anhnhoem emnhoanh yeuemnhieu khongbiet khongcogi khongquen giadinh concho conmeo cuocdoi
hanhphuc tinhyeu maimai maiyeuem nguyen tran pham hoang huynh xinchao chaoban toiyeuban toiyeuvietnam vietnamvodich matkhaucuatoi
minhmoney minhfinance minh the and this that with from have your mine what when where who how why you are not for was his her
our their there here very good best nice great cool awesome amazing god jesus christ bible amen blessed faith hope
`
  .trim()
  .split(/\s+/)

/** Whole passphrases that everybody knows, written the same way. */
export const famousPhrases: readonly string[] = [
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'thequickbrownfox',
  'jumpsoverthelazydog',
  'tobeornottobethatisthequestion',
  'tobeornottobe',
  'maytheforcebewithyou',
  'myvoiceismypassport',
  'openthepodbaydoors',
  'winteriscoming',
  'onceuponatime',
  'loremipsumdolorsitamet',
  'loremipsum',
  'fourscoreandsevenyearsago',
  'itwasthebestoftimes',
  'callmeishmael',
  'houstonwehaveaproblem',
  'ithinkthereforeiam',
  'nevergonnagiveyouup',
  'supercalifragilisticexpialidocious',
  'thisisnotapassword',
  'thisismypassword',
  'incorrectpassword',
  'mypasswordispassword',
  'iforgotmypassword',
  'twinkletwinklelittlestar',
  'happybirthdaytoyou',
  'merrychristmas',
  'inthenameofthefather',
  'conduongcontoiconduongemdi',
  'tramnamtrongcoinguoita',
  'congchaynhunuitthaison',
  'congchanhunuithaison',
  'khonggiquyhondoclaptudo',
]

/** Rows and columns of keyboards that hands walk along; read in both directions. */
export const keyboardWalks: readonly string[] = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'abcdefghijklmnopqrstuvwxyz',
  '147258369',
  '789456123',
]
