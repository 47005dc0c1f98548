import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEditedPair } from '../json-schema/edit-schema.test.fixture.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { checkCompatibility } from './check-compatibility.ts';
import { compatibilityModes, directionsOf } from './compatibility-mode.ts';
import type { SchemaVersion } from './schema-version.ts';

function objectOf(required: readonly string[], optional: readonly string[] = []): JsonSchema {
  const properties = Object.fromEntries([...required, ...optional].map((name) => [name, { type: 'string' }]));
  return { type: 'object', properties, required };
}

function version(number: number, required: readonly string[], optional: readonly string[] = []): SchemaVersion {
  return { version: number, schema: objectOf(required, optional) };
}

/** Each version asks for another field than the one before. */
const history = [version(1, ['a']), version(2, ['a', 'b']), version(3, ['a', 'b', 'c'])];

describe('checkCompatibility', () => {
  it('finds everything compatible where there is no history', () => {
    for (const mode of compatibilityModes) {
      expect(checkCompatibility([], version(1, ['a']), { mode })).toMatchObject({
        compatible: true,
        impact: 'none',
        verdicts: [],
      });
    }
  });

  it('compares nothing in the mode `none`', () => {
    expect(checkCompatibility(history, version(4, []), { mode: 'none' }).verdicts).toEqual([]);
  });

  it('looks at the latest version alone unless the mode is transitive', () => {
    const candidate = version(4, ['a', 'b', 'c']);
    expect(checkCompatibility(history, candidate, { mode: 'backward' })).toMatchObject({ compatible: true });
    expect(checkCompatibility(history, candidate, { mode: 'backward-transitive' })).toMatchObject({ compatible: false });
    expect(checkCompatibility(history.toReversed(), candidate, { mode: 'backward' }).verdicts).toMatchObject([{ version: 3 }]);
  });

  it('reports every version that fails, the newest first', () => {
    const { verdicts, impact } = checkCompatibility(history, version(4, ['a', 'b', 'c']), { mode: 'backward-transitive' });
    expect(verdicts.map(({ version: earlier, compatible }) => [earlier, compatible])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(impact).toBe('some');
  });

  it('takes for the impact whether all, some or none of the versions break', () => {
    const candidate = version(4, ['d']);
    expect(checkCompatibility(history, candidate, { mode: 'backward-transitive' }).impact).toBe('all');
    expect(checkCompatibility(history, version(4, []), { mode: 'backward-transitive' }).impact).toBe('none');
  });

  it('is `full-transitive` and `parsed` by default', () => {
    expect(checkCompatibility(history, history[2]!)).toMatchObject({ mode: 'full-transitive', policy: 'parsed' });
  });
});

describe('groups', () => {
  const lanes = history.map((earlier, index) => ({ ...earlier, group: index < 2 ? 'one' : 'two' }));

  it('are compared within themselves alone', () => {
    const verdictsOf = (group?: string) => {
      const candidate = { ...version(4, ['d']), ...(group !== undefined && { group }) };
      return checkCompatibility(lanes, candidate, { mode: 'backward-transitive' }).verdicts.map((verdict) => verdict.version);
    };
    expect([verdictsOf('one'), verdictsOf('two'), verdictsOf('three')]).toEqual([[2, 1], [3], []]);
  });

  it('are one where nobody names any: no value is a value', () => {
    const { verdicts } = checkCompatibility([lanes[0]!, history[1]!], version(4, ['d']), { mode: 'backward-transitive' });
    expect(verdicts.map((verdict) => verdict.version)).toEqual([2]);
  });
});

describe('pairs of schemas', () => {
  /** As a schema library has it: reads over what it does not know, and publishes none of it. */
  const pair = (number: number, required: readonly string[], withDefault: readonly string[] = []) => ({
    version: number,
    input: objectOf(required, withDefault),
    output: { ...(objectOf([...required, ...withDefault]) as object), additionalProperties: false },
  });

  it('are compared as writer and reader by the policy `parsed`', () => {
    expect(checkCompatibility([pair(1, ['a'])], pair(2, ['a'], ['b'])).compatible).toBe(true);
    expect(checkCompatibility([pair(1, ['a'])], pair(2, ['a', 'b'])).compatible).toBe(false);
  });

  it('are compared by what is written by the policies `strict` and `lenient`', () => {
    const options = { mode: 'forward', policy: 'strict' } as const;
    expect(checkCompatibility([pair(1, ['a'])], pair(2, ['a'], ['b']), options).compatible).toBe(false);
    expect(checkCompatibility([pair(1, ['a'])], pair(2, ['a'], ['b']), { ...options, policy: 'lenient' }).compatible).toBe(true);
  });
});

describe('rules', () => {
  const rule = { path: '#/properties/a', id: 'is-known' };
  const [ruled, plain] = [{ ...version(1, ['a']), rules: [rule] }, version(1, ['a'])];

  it('break where only the reader has one, by the policy `parsed`', () => {
    expect(checkCompatibility([plain], { ...ruled, version: 2 }, { mode: 'backward' }).verdicts).toMatchObject([
      {
        compatible: false,
        differences: [{ type: 'RULE_ADDED', path: rule.path }],
        message: expect.stringContaining('"is-known"'),
      },
    ]);
    expect(checkCompatibility([ruled], { ...plain, version: 2 }, { mode: 'backward' }).compatible).toBe(true);
    expect(checkCompatibility([ruled], { ...plain, version: 2 }, { mode: 'forward' }).compatible).toBe(false);
  });

  it('are not looked at by the policies `strict` and `lenient`, which is said', () => {
    const { compatible, verdicts } = checkCompatibility(
      [plain],
      { ...ruled, version: 2 },
      { mode: 'backward', policy: 'strict' },
    );
    expect(compatible).toBe(true);
    expect(verdicts[0]!.differences).toMatchObject([{ type: 'RULE_ADDED', class: 'unchecked' }]);
  });
});

describe('the sentence about a version that fails', () => {
  it('says which field, which versions, and who reads it', () => {
    const options = { mode: 'full', readers: ['checkout', 'profile'] } as const;
    const [backward, forward] = checkCompatibility([version(1, ['sku', 'name'])], version(2, ['sku', 'title']), options).verdicts;
    expect(backward!.message).toMatch(
      /^Readers of version 2 \(checkout, profile\) cannot read what emitters of version 1 publish: .*"title"/,
    );
    expect(forward!.message).toMatch(
      /^Readers of version 1 \(checkout, profile\) cannot read what emitters of version 2 publish: .*"name"/,
    );
  });

  it('says what to do instead', () => {
    const { verdicts } = checkCompatibility([version(1, ['sku', 'name'])], version(2, ['sku', 'title']), { mode: 'full' });
    expect(verdicts.map(({ advice }) => advice)).toEqual([
      'Make "title" optional, or give it a default. Or write an upcast from version 1, or begin a new major lane.',
      'Keep "name" in what is published as long as somebody reads the older version. Or write a downcast to version 1, or begin a new major lane.',
    ]);
  });
});

describe('for any two schemas', () => {
  const policies = ['strict', 'lenient', 'parsed'] as const;
  const pairs = fc.record({ pair: anyEditedPair({ references: false }), policy: fc.constantFrom(...policies) });
  const found = (one: JsonSchema, two: JsonSchema, mode: 'backward' | 'forward' | 'full', policy: (typeof policies)[number]) =>
    checkCompatibility([{ version: 1, schema: one }], { version: 2, schema: two }, { mode, policy });

  it('forward is backward with the two exchanged', () => {
    fc.assert(
      fc.property(pairs, ({ pair: [original, updated], policy }) => {
        const [forward] = found(original, updated, 'forward', policy).verdicts;
        const [backward] = found(updated, original, 'backward', policy).verdicts;
        expect(forward!.differences).toEqual(backward!.differences);
      }),
    );
  });

  it('full is backward and forward', () => {
    fc.assert(
      fc.property(pairs, ({ pair: [original, updated], policy }) => {
        const one = (['backward', 'forward'] as const).flatMap((mode) => found(original, updated, mode, policy).verdicts);
        expect(found(original, updated, 'full', policy).verdicts).toEqual(one);
      }),
    );
  });
});

describe('directionsOf', () => {
  it('asks for one direction, both or none', () => {
    expect(compatibilityModes.map((mode) => directionsOf(mode).length)).toEqual([0, 1, 1, 2, 1, 1, 2]);
  });
});
