import { pointerTo } from '../../json-schema/json-pointer.ts';
import { admits } from '../formulas/admits.ts';
import type { Values } from '../formulas/formula.ts';
import { signatureOfAll } from '../formulas/signature.ts';
import { typeNames } from './explain-type.ts';
import type { Situation } from './situation.ts';

/** The reader takes nothing but certain values. */
export function explainValues(claim: Values, keyword: string, { facts, goal, path, report }: Situation): void {
  const { values, mask } = signatureOfAll(facts);
  const place = { path: pointerTo(path, keyword), updated: claim.values };
  if (!values) {
    const message = `the writer may send ${typeNames(mask & goal.mask, false)} in FIELD, and the reader takes nothing but ${listed(claim.values)}.`;
    report({ type: 'ENUM_ARRAY_CHANGED', ...place, message });
    return;
  }
  const unknown = values.filter((value) => !admits(claim, value));
  const type = unknown.length < values.length || keyword === 'enum' ? 'ENUM_ARRAY_NARROWED' : 'ENUM_ARRAY_CHANGED';
  report({ type, ...place, original: unknown });
}

/** Values for people, not too many of them. */
export function listed(values: readonly unknown[]): string {
  const texts = values.slice(0, 5).map((value) => JSON.stringify(value).slice(0, 60));
  return texts.join(', ') + (values.length > 5 ? ` and ${values.length - 5} more` : '');
}
