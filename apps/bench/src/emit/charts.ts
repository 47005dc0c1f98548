import type { Profile } from '../contestants/profile.ts';
import { customEventProfile, synchronousProfiles } from '../contestants/profiles.ts';
import type { Chart } from '../report/chart.ts';
import { chartOf } from '../report/chart-of.ts';
import { costOf, type EmitFindings } from './findings.ts';
import { emitId } from './plan.ts';

/** From emit to handled with ten and with a hundred subscribers, for those who call handlers while `emit` runs. */
export function emitCharts(findings: EmitFindings): Chart[] {
  return [10, 100].map((subscribers) => {
    const bars = synchronousProfiles.map((contestant) => {
      const { median, lower, upper } = costOf(findings, emitId(contestant.name, subscribers));
      return { label: contestant.name, series: seriesOf(contestant), value: median, lower, upper };
    });
    const title = `From emit to handled, ${subscribers} subscribers`;
    return chartOf(`emit-${subscribers}`, { title, unit: 'ns', groups: [{ title: 'Nanoseconds an event', bars }] });
  });
}

function seriesOf(contestant: Profile): number {
  if (contestant.package === '@busbar/core') return 3;
  return contestant === customEventProfile ? 0 : 2;
}
