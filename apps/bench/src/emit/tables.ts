import type { Profile, Traits } from '../contestants/profile.ts';
import { customEventProfile, profiles } from '../contestants/profiles.ts';
import type { WorkName } from '../contestants/work.ts';
import { spreadText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { costOf, type EmitFindings, ratioOf } from './findings.ts';
import {
  burstDoms,
  burstId,
  bursts,
  contractDoms,
  contractsId,
  copiesId,
  emitId,
  knownContracts,
  loop,
  patternId,
  patterns,
  sizes,
  spreads,
} from './plan.ts';
import { ratioText } from './ratio-text.ts';

const subscriberCounts = sizes.map((size) => (size === 1 ? '1 subscriber' : size.toLocaleString('en-GB')));

/** Nanoseconds an event of all contestants, beside what each of them does for that. */
export function costTable(findings: EmitFindings): string {
  return markdownTable(
    ['ns', 'checks', 'isolates', 'freezes', 'replays', 'copies meet', ...subscriberCounts],
    profiles.map((contestant) => [
      contestant.name,
      ...traitsOf(contestant),
      ...sizes.map((size) => spreadText(costOf(findings, emitId(contestant.name, size)))),
    ]),
    6,
  );
}

/** How many times as much as a bare CustomEvent. */
export function ratioTable(findings: EmitFindings): string {
  return markdownTable(
    ['against a bare CustomEvent', ...subscriberCounts],
    profiles
      .filter((contestant) => contestant !== customEventProfile)
      .map(({ name }) => [
        name,
        ...sizes.map((size) => ratioText(ratioOf(findings, emitId(name, size), emitId(customEventProfile.name, size)))),
      ]),
  );
}

function traitsOf({ traits }: Profile): string[] {
  const order: readonly (keyof Traits)[] = ['validates', 'isolates', 'freezes', 'replays', 'meetsCopies'];
  return order.map((name) => {
    const trait = traits[name];
    return typeof trait === 'string' ? trait : trait ? 'yes' : 'no';
  });
}

/** Bursts in default delivery, against a bare loop over mitt, with handlers that do one kind of work. */
export function burstTable(findings: EmitFindings, work: WorkName): string {
  const mitt = burstId('mitt', work, loop);
  const rows = burstDoms.flatMap((dom) =>
    bursts.map((events) => {
      const id = burstId(dom, work, events);
      return [
        `Busbar, \`dom: '${dom}'\`, bursts of ${events.toLocaleString('en-GB')}`,
        spreadText(costOf(findings, id)),
        ratioText(ratioOf(findings, id, mitt)),
      ];
    }),
  );
  return markdownTable(
    ['ns an event, 10 subscribers', 'measured', 'against mitt'],
    [['mitt, a bare loop', spreadText(costOf(findings, mitt)), ''], ...rows],
  );
}

/** Subscribers spread over copies of Busbar. */
export function copiesTable(findings: EmitFindings): string {
  const one = copiesId(spreads[0]!.subscribers);
  return against(
    findings,
    ['ns an event', 'measured', 'against the first line'],
    spreads.map(({ title, subscribers }) => [title, copiesId(subscribers)]),
    one,
  );
}

/** Subscribers that name a pattern. */
export function patternTable(findings: EmitFindings): string {
  const contract = patternId();
  return against(
    findings,
    ['ns an event, 10 subscribers', 'measured', 'against the contract'],
    [['of the contract', contract], ...patterns.map((pattern): [string, string] => [`of \`${pattern}\``, patternId(pattern)])],
    contract,
  );
}

/** Pages that know many contracts. */
export function contractsTable(findings: EmitFindings): string {
  return markdownTable(
    ['ns an event, 10 subscribers', ...contractDoms.flatMap((dom) => [`\`dom: '${dom}'\``, 'against 10'])],
    knownContracts.map((known) => [
      `${known.toLocaleString('en-GB')} contracts`,
      ...contractDoms.flatMap((dom) => {
        const id = contractsId(known, dom);
        return [spreadText(costOf(findings, id)), ratioText(ratioOf(findings, id, contractsId(10, dom)))];
      }),
    ]),
  );
}

function against(
  findings: EmitFindings,
  heading: readonly string[],
  lines: readonly (readonly [title: string, id: string])[],
  base: string,
): string {
  return markdownTable(
    heading,
    lines.map(([title, id]) => [title, spreadText(costOf(findings, id)), ratioText(ratioOf(findings, id, base))]),
  );
}
