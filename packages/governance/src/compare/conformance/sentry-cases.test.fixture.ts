import { readdirSync } from 'node:fs';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { type PublicCase, readVector, vectors } from './public-case.test.fixture.ts';

const suite = 'sentry-json-schema-diff';

/** The cases of Sentry's json-schema-diff. It has no verdicts but a list of changes, each of which breaks or does not. */
export function sentryCases(): PublicCase[] {
  const topics = readdirSync(`${vectors}${suite}/fixtures`);
  return topics.flatMap((topic) => readdirSync(`${vectors}${suite}/fixtures/${topic}`).map((file) => readCase(topic, file)));
}

function readCase(topic: string, file: string): PublicCase {
  const { lhs, rhs } = JSON.parse(readVector(`${suite}/fixtures/${topic}/${file}`)) as { lhs: JsonSchema; rhs: JsonSchema };
  const snapshot = readVector(`${suite}/snapshots/test__from_fixtures@${topic}__${file}.snap`);
  const changes = snapshot.split(/^ {4}Change \{/m).slice(1);
  return { name: `${topic}/${file.replace('.json', '')}`, original: lhs, updated: rhs, compatible: !changes.some(isBreaking) };
}

const breaking =
  /^(TypeRemove|ConstAdd|RangeAdd|RequiredAdd|FormatAdd|FormatChange|PatternAdd|PatternChange|MinLengthAdd|MaxLengthAdd|ArrayToTuple|TupleChange)$/;

function isBreaking(change: string): boolean {
  const kind = /change: (\w+)/.exec(change)?.[1] ?? '';
  if (kind === 'PropertyAdd') return change.includes('lhs_additional_properties: true');
  if (kind === 'PropertyRemove') return change.includes('lhs_additional_properties: false');
  if (kind === 'EnumAdd') return change.includes('lhs_has_no_enum: true');
  if (kind === 'EnumRemove') return !change.includes('rhs_has_no_enum: true');
  return breaking.test(kind) || (/^(Range|MinLength|MaxLength)Change$/.test(kind) && isNarrower(kind, change));
}

/** Of a bound that became another: `old_value: Minimum(1.0,)`, `new_value: ExclusiveMinimum(3.0,)`. */
function isNarrower(kind: string, change: string): boolean {
  const [before, after] = ['old', 'new'].map((side) => {
    const found = new RegExp(`${side}_value: (?:([A-Z]\\w*)\\(\\s*)?(-?[\\d.]+)`).exec(change);
    const name = found?.[1] ?? '';
    return { value: Number(found?.[2]), isExclusive: name.startsWith('Exclusive'), isUpper: name.endsWith('Maximum') };
  });
  if (!before || !after || Number.isNaN(before.value) || Number.isNaN(after.value)) throw new Error(`Cannot read: ${change}`);
  if (before.value === after.value) return after.isExclusive && !before.isExclusive;
  const isUpper = kind === 'MaxLengthChange' || before.isUpper;
  return isUpper ? after.value < before.value : after.value > before.value;
}
