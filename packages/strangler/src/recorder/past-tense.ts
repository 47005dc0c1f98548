/** Verbs whose past participle no rule gives. */
const irregular: Readonly<Record<string, string>> = {
  become: 'become',
  begin: 'begun',
  bind: 'bound',
  break: 'broken',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  cancel: 'cancelled',
  catch: 'caught',
  choose: 'chosen',
  come: 'come',
  commit: 'committed',
  cut: 'cut',
  do: 'done',
  draw: 'drawn',
  feed: 'fed',
  find: 'found',
  forget: 'forgotten',
  get: 'got',
  give: 'given',
  go: 'gone',
  hide: 'hidden',
  hold: 'held',
  init: 'initialized',
  keep: 'kept',
  leave: 'left',
  let: 'let',
  lose: 'lost',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  put: 'put',
  quit: 'quit',
  read: 'read',
  reset: 'reset',
  run: 'run',
  see: 'seen',
  sell: 'sold',
  send: 'sent',
  show: 'shown',
  shut: 'shut',
  split: 'split',
  submit: 'submitted',
  swap: 'swapped',
  take: 'taken',
  tell: 'told',
  undo: 'undone',
  redo: 'redone',
  win: 'won',
  withdraw: 'withdrawn',
  write: 'written',
};

/** What stores say for a change of any kind. */
const changes = new Set(['set', 'update', 'change', 'modify', 'patch', 'upsert', 'merge']);

const regular = `abort accept activate add adjust allow append apply approve archive assign attach await block book change check clean
clear click close collapse complete confirm connect copy correct create deactivate decline decrease decrement delete deny deselect
detach disable disconnect dismiss drop duplicate edit empty enable end enter exit expand expire export fail fetch fill filter finish
focus freeze grant handle highlight hydrate ignore import increase increment insert invalidate invite join launch like link load lock
log login logout mark merge modify mount move mute navigate notify open order pause patch pick pin place play poll pop prepare press
prune publish purge push receive record refresh register reject release reload remove rename reorder replace reply report request
require reserve resolve restore resume retry return revert revoke rotate save schedule scroll search select ship sign skip sort start
stop store subscribe suspend switch sync tag test toggle track transfer trigger unlock unmount unpin unsubscribe update upgrade upload
upsert validate verify view visit void vote zoom`;

const verbs = new Set([...regular.split(/\s+/), ...Object.keys(irregular), ...changes]);
const participles = new Set(Object.values(irregular));

/** Says whether a word is a verb as actions begin with. */
export function isVerb(word: string): boolean {
  return verbs.has(word);
}

/** Says whether a word tells of what has happened, such as `added`. */
export function isPast(word: string): boolean {
  return participles.has(word) ? !verbs.has(word) || word === 'reset' : /[^e]ed$/.test(word) && word.length > 4;
}

/** `add` becomes `added`; what changes a thing, such as `set`, becomes `changed`. */
export function pastTense(verb: string): string {
  const known = changes.has(verb) ? 'changed' : Object.hasOwn(irregular, verb) && irregular[verb];
  if (known) return known;
  if (verb === 'login' || verb === 'logout') return verb === 'login' ? 'loggedIn' : 'loggedOut';
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  // One short syllable: stop, stopped.
  if (/^[^aeiou]*[aeiou][bdglmnprt]$/.test(verb)) return `${verb}${verb.at(-1)}ed`;
  return `${verb}ed`;
}
