import type { LockedContract, LockFile } from '@busbar/governance/lock';
import { lockedVersion, objectOf } from './locked-version.test.fixture.ts';

/** What tries to get out of the place that it is put into. Where it succeeds, the page has `hacked` on its window. */
export const attack = `"'></code></script><script>hacked=1</script><img src=x onerror="hacked=1">\${hacked=1}\u2028\u0000`;

/** Names that clash on some file system, lead out of the folder, or mean something to JavaScript. */
export const nastyNames = [
  '__proto__',
  'constructor:prototype',
  'CON:aux',
  'con:aux',
  'cart:itemadded',
  'cart:itemAdded',
  'cart:ItemAdded',
  'cart:item-added',
  '../../etc:passwd',
  'a/b:c\\d',
  'ünï:çødé',
  `long:${'x'.repeat(300)}`,
  `long:${'x'.repeat(300)}y`,
  ':',
  `html:${attack}`,
  'javascript:alert(1)',
];

const schema = {
  ...objectOf({
    [attack]: {
      title: attack,
      description: attack,
      enum: [attack, { [attack]: attack }, -0, null],
      default: attack,
      tags: [attack],
    },
    ['__proto__']: { type: attack, format: attack, pattern: attack },
    either: { oneOf: [{ $ref: '#/$defs/__proto__' }, objectOf({ kind: { const: attack } }), { $ref: 'https://example.org/x' }] },
    odd: { $ref: '#/$defs/%E0%A4%A' },
    rule: { rule: [attack], 'x-checks': [attack], 'x-type': attack },
    ['a'.repeat(5_000)]: { type: 'array', items: { type: 'array', items: { $ref: '#' } } },
  }),
  $defs: { ['__proto__']: { title: attack, type: 'object', patternProperties: { [attack]: true, '^x': { type: 'string' } } } },
};

/** A lock file of which nothing can be trusted. */
export const nastyLock: LockFile = {
  lockfileVersion: 1,
  contracts: Object.fromEntries(nastyNames.map((name) => [name, contractOf(name)])),
};

function contractOf(name: string): LockedContract {
  return {
    emitters: [attack, '__proto__', name],
    listeners: ['javascript:hacked=1', 'NUL', 'nul'],
    versions: {
      1: lockedVersion(schema, { owner: attack, lifecycle: { deprecated: attack, successor: attack } }),
      2: lockedVersion(schema, {
        output: true,
        summary: attack,
        owner: '__proto__',
        tags: [attack, '__proto__'],
        fieldTags: { [`/${attack}`]: [attack], '': ['pii'] },
        rules: [{ path: attack, id: attack }],
        unseen: [attack],
        examples: [attack, { [attack]: [attack] }, JSON.parse('{ "__proto__": { "a": "</script>" } }')],
        library: attack,
        lifecycle: 'draft',
      }),
    },
  };
}
