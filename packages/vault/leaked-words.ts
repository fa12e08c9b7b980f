/** Lists what a guesser tries first, as far as it can pass the rule of twelve characters. */

/**
 * Words and names that most leaked passphrases are made of, and this app's own. Chosen by hand from what published
 * studies of leaked lists agree on (SecLists; the yearly lists of the NCSC); each is worth some hundred guesses here.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passwd passphrase parola senha secret geheim letmein welcome willkommen login admin administrator
  iloveyou loveyou lovely forever princess sunshine dragon monkey shadow master football baseball basketball soccer
  superman batman spiderman pokemon starwars trustno whatever michael jessica jennifer ashley daniel charlie andrew
  thomas nicole matthew anthony jordan joshua robert hannah amanda summer winter spring autumn monday tuesday wednesday
  thursday friday saturday sunday january february march april june july august september october november december
  computer internet google facebook instagram samsung iphone android microsoft windows apple qwerty qwertz azerty asdf
  asdfgh zxcvbn yxcvbn abc123 access changeme default guest hello hallo test testing temp love liebe baby angel angels
  family freedom killer ninja mustang ferrari mercedes porsche hunter ginger pepper cookie chocolate cheese banana
  flower purple orange yellow silver diamond butterfly mother father sister brother daughter husband mommy daddy
  jesus christ heaven blessed belay burnout entry journal diary energy tired sleep support backup recovery vault phone
  1234 123123 112233 121212 101010 696969 000000 111111 666666 777777 888888 999999`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Whole texts of twelve characters and more that stand on such lists, without spaces and signs, in lower case. */
export const commonPhrases: ReadonlySet<string> = new Set(
  `passwordpassword password1234 password12345 password123456 passwort1234 mypassword123 thisismypassword
  mypasswordis changemeplease letmeinplease letmeinletmein welcometohell welcome12345 iloveyouforever iloveyousomuch
  iloveyoubaby iloveyou1234 iloveyou12345 ihateyousomuch iamthebest123 administrator unbelievable correcthorsebatterystaple
  correcthorsebattery horsebatterystaple troubadour itwasthebestoftimes tobeornottobe tobeornottobethatisthequestion
  maytheforcebewithyou maytheforce iamyourfather lukeiamyourfather winteriscoming hodorhodorhodor onceuponatime
  happilyeverafter openthedoor opensesame opensesamenow thequickbrownfox thequickbrownfoxjumpsoverthelazydog
  loremipsumdolor loremipsumdolorsitamet jesuschristislord jesuslovesyou godisgoodallthetime godblessamerica
  inthebeginning ourfatherwhoartinheaven hailmaryfullofgrace thankyouverymuch happybirthdaytoyou happybirthday
  merrychristmas happynewyear goodmorning goodmorning123 helloworld123 helloworld1234 hellohellohello kittykittykitty
  manchesterunited manchestercity liverpoolfc1892 youllneverwalkalone realmadrid1902 barcelona1899 chelseafc1905
  arsenalfc1886 newyorkyankees dallascowboys losangeles123 unitedstates newyorkcity london123456 deutschland123
  abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abcdefgh1234 abcd12345678 abc123abc123
  abc123456789 aaaaaaaaaaaa qwertyuiop123 qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwertyqwerty qwerty123456
  qwerty1234567 asdfghjkl123 asdfasdfasdf asdfghjklqwertyuiop zxcvbnmasdfghjkl 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  q1w2e3r4t5y6 123456789abc 123456qwerty 12345qwertyui 123qweasdzxc qweasdzxc123 qwe123asd123 zaq12wsxcde3
  123456789012 1234567890123 1234567890123456 012345678910 987654321098 123123123123 121212121212 112233445566
  111111111111 000000000000 111222333444 147258369147 159357456852 741852963741 123412341234 123456123456
  654321654321 100200300400 dontforgetthis dontforgetme rememberthis idontremember idontknow123 iforgotmypassword
  ihavenopassword nopassword123 mysecretpassword mysecretword secretsecret topsecret123 supersecret123 verysecret123
  neversaynever carpediem123 hakunamatata hakunamatata1 supercalifragilisticexpialidocious abracadabra1 abracadabra12
  expectopatronum expectopatronus gryffindor123 harrypotter1 harrypotter123 hogwartsexpress lordoftherings frodobaggins
  oneringtorulethemall startrek1234 starwars1234 starwars1977 jamesbond007 backtothefuture
  breakingbad123 gameofthrones thebigbangtheory spongebobsquarepants mickeymouse1 mickeymouse123 lionking1994
  belaybelaybelay belaypassword belaypassphrase mybelaypassword belayrecovery mybelayvault burnoutburnout myburnoutdiary
  recoverywords recoverywords12 twelvewords12`
    .split(/\s+/)
    .filter((phrase) => phrase !== ""),
);
