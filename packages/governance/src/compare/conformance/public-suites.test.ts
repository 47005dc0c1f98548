import { describe, expect, it } from 'vitest';
import { apicurioCases } from './apicurio-cases.test.fixture.ts';
import { disagreements, hasVectors } from './public-case.test.fixture.ts';
import { sentryCases } from './sentry-cases.test.fixture.ts';

// What is not decided as the suite has it, by the reason. A change either way fails.
const unseen = 'the rules do not look at the keyword, which is reported as unchecked';
const separate = 'the rules compare `minimum` and `exclusiveMinimum` each with itself, so one in place of the other is added';
const constants = 'to the rules, a constant and a list of values are different kinds';
const undeclared = 'the rules do not look at required names that nobody declares';
const flags = 'in draft-04 the exclusive bound is a flag, which the rules do not look at';
const unions = 'a union of types and one of schemas are matched branch by branch, and not by what they admit together';
const kinds = 'to the rules, a constant and a schema of properties or a type are different kinds';

const apicurioByRules: Readonly<Record<string, string>> = {
  'String: format 1, forward': unseen,
  'String: format 2': unseen,
  'String: format 2, forward': unseen,
  'Number: exclusiveMinimum 1, forward': flags,
  'Number: exclusiveMinimum 2': separate,
  'Number: exclusiveMinimum 3': separate,
  'Number: exclusiveMaximum 1, forward': flags,
  'Number: exclusiveMaximum 2': separate,
  'Number: exclusiveMaximum 3': separate,
  'Object: required, forward': undeclared,
  'Object: required (42)': undeclared,
  'Object: required (42), forward': undeclared,
  'Object: propertyNames, forward': unseen,
  'Object: patternProperties 1, forward': unseen,
  'Object: patternProperties 2': unseen,
  'Object: patternProperties 2, forward': unseen,
  'Array: contains, forward': unseen,
  'Const: Enum equivalency': constants,
  'Const: Enum equivalency, forward': constants,
  'String: contentEncoding 2, forward': unseen,
  'String: contentEncoding 3': unseen,
  'String: contentEncoding 3, forward': unseen,
  'String: contentMediaType 2, forward': unseen,
  'String: contentMediaType 3': unseen,
  'String: contentMediaType 3, forward': unseen,
  'Conditional: if': unseen,
  'Conditional: if, forward': unseen,
  'Conditional: then, forward': unseen,
  'Conditional: else, forward': unseen,
};

const sentryByRules: Readonly<Record<string, string>> = {
  'any_of/any_of_with_constraint_to_type_2': unions,
  'const/const_in_properties': kinds,
  'format/format_add': unseen,
  'format/format_change': unseen,
  'required/add': undeclared,
  'type/extend_from_const': kinds,
};

const nothing = 'an array is no string, so both schemas admit nothing at all';
const covered = 'one branch admits every string, so the length in the other one never counts';
const twice = 'texts up to the length satisfy both branches, and `oneOf` refuses them; with another length those are other texts';
const anyText = 'the patterns have no anchors and match every text, so the condition asks for nothing';
const together = 'the branches of the reader admit together whatever one branch of the writer admits';

const apicurioByProof: Readonly<Record<string, string>> = {
  'Const (96)': nothing,
  'Const (96), forward': nothing,
  'Complex: anyOf 1, forward': covered,
  'Complex: oneOf 1': twice,
  'Complex: oneOf 1, forward': twice,
  'Complex: oneOf 3': twice,
  'Conditional: if': anyText,
  'Conditional: if, forward': anyText,
};

const sentryByProof: Readonly<Record<string, string>> = {
  'any_of/number_1': together,
  'any_of/objects_3': together,
};

// Where the vectors do not lie beside the repository, there is nothing to compare with.
describe.skipIf(!hasVectors('apicurio'))('The cases of Apicurio Registry', () => {
  it('are decided as there by `strict`, 261 of 290, but for what its rules see otherwise', () => {
    expect(apicurioCases()).toHaveLength(290);
    expect(disagreements(apicurioCases(), 'strict')).toEqual(Object.keys(apicurioByRules));
  });

  it('are decided as there by `parsed`, 282 of 290, but where it can be proven that the suite is wrong', () => {
    expect(disagreements(apicurioCases(), 'parsed')).toEqual(Object.keys(apicurioByProof));
  });
});

describe.skipIf(!hasVectors('sentry-json-schema-diff'))("The cases of Sentry's json-schema-diff", () => {
  it('are decided as there by `strict`, 79 of 85, but for what its rules see otherwise', () => {
    expect(sentryCases()).toHaveLength(85);
    expect(disagreements(sentryCases(), 'strict')).toEqual(Object.keys(sentryByRules));
  });

  it('are decided as there by `parsed`, 83 of 85', () => {
    expect(disagreements(sentryCases(), 'parsed')).toEqual(Object.keys(sentryByProof));
  });
});
