import type { Traits } from '../contestants/profile.ts';
import { busbarProfile, customEventProfile, mittProfile, postalProfile, trutooProfile } from '../contestants/profiles.ts';
import { type EmitFindings, ratioOf } from '../emit/findings.ts';
import { emitId } from '../emit/plan.ts';
import { markdownTable } from '../report/markdown-table.ts';

const sizes = [1, 10, 100] as const;
const doms = ['both', 'out', 'off'] as const;
const profiles = [
  customEventProfile,
  mittProfile,
  postalProfile,
  trutooProfile,
  ...doms.map((dom) => busbarProfile({ dom, delivery: 'sync' })),
];

/** The README's table of speed: how many times as much as a bare `CustomEvent`, and what each does not do. */
export function speedTable(findings: EmitFindings): string {
  const rows = profiles.map(({ name, traits }) => [
    name.replace(/CustomEvent|dom: '\w+'/, '`$&`'),
    missingText(traits),
    ...sizes.map((subscribers) => ratioText(findings, name, subscribers)),
  ]);
  return markdownTable(['an emit, by subscribers', 'what it does not do', ...sizes.map(String)], rows, 2);
}

/** What the README says beside promise 10. */
export function speedPromise(findings: EmitFindings): string {
  const { name } = busbarProfile({ dom: 'both', delivery: 'sync' });
  const [one, ten, hundred] = sizes.map((subscribers) => ratioText(findings, name, subscribers));
  return `an emit takes ${one} what a bare \`CustomEvent\` takes with 1 subscriber, ${ten} with 10, ${hundred} with 100`;
}

function ratioText(findings: EmitFindings, name: string, subscribers: number): string {
  const { median } = ratioOf(findings, emitId(name, subscribers), emitId(customEventProfile.name, subscribers));
  return `${median.toLocaleString('en-GB', { maximumSignificantDigits: 2 })}\u00a0×`;
}

function missingText({ validates, isolates, freezes, replays, meetsCopies }: Traits): string {
  const missing = [
    [validates, 'check payloads'],
    [isolates, 'isolate who throws'],
    [freezes, 'freeze payloads'],
    [replays, 'replay'],
    [meetsCopies, 'meet other copies'],
  ] as const;
  return missing.flatMap(([does, what]) => (does ? [] : [what])).join(', ') || '–';
}
