/**
 * Past tenses and past participles of the irregular verbs of English that do not end in -ed. Irregular verbs are a closed
 * class: no new ones come, so the list is complete as far as names of events go.
 */
const irregular = `
arisen arose ate awoke awoken bade beaten became become been befallen begotten begun beheld bent bereft besought bet
bidden bit bitten blew blown bore born borne bought bound bred broadcast broke broken brought built burnt burst came cast caught
chose chosen clung come cost crept cut dealt done dove drank drawn dreamt drew driven drove drunk dug dwelt eaten fallen fed fell
felt fled flew flown flung forbade forbidden forecast forgave forgiven forgot forgotten forsaken forsook fought found froze frozen gave
given gone got gotten grew ground grown had heard held hid hidden hit hung hurt kept knelt knew known laid lain lay leant
leapt learnt led left lent let lit lost made meant met mistaken mistook mown overheard paid proven put quit ran rang read
reset rid ridden risen rode rose run rung said sang sank sat saw sawn seen sent set sewn shaken shed shone shook shot shown shrank
shrunk shut slain slept slew slid slit slung smelt snuck sold sought sown spat sped spelt spent spilt split spoilt spoke spoken spread
sprang sprung spun stole stolen stood strewn stricken striven strode strove struck strung stuck stung stunk sung sunk swam swept swollen
swore sworn swum swung taken taught thought threw thriven throve thrown thrust told took tore torn trodden trod understood undone
upheld upset was went wept were wet withdrawn withdrew withheld woke woken won wore worn wove woven written wrote wrung
`;

const forms: ReadonlySet<string> = new Set(irregular.trim().split(/\s+/));

/** Words in -ed that are no past tense by themselves. */
const notPast: ReadonlySet<string> = new Set(
  'bed bleed breed creed deed embed exceed feed freed greed heed hundred need proceed red reed seed shed speed succeed weed'.split(
    ' ',
  ),
);

const prefixes = /^(?:de|dis|fore|mis|out|over|pre|re|un|under|up|with)-?/;

/** Whether a word, in lower case, is the past tense or past participle of an English verb. */
export function isPastTense(word: string): boolean {
  if (forms.has(word) || forms.has(word.replace(prefixes, ''))) return true;
  return /..ed$/.test(word) && (word === 'freed' || word === 'shed' || !notPast.has(word));
}
