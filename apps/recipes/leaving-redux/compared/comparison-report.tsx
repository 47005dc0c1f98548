import { useEventState, useProjection } from '@busbar/react';
import { type Comparison, type ComparisonSummary, stranglerEvents } from '@busbar/strangler';
import type { ReactElement } from 'react';
import { DifferenceReport } from './difference-report.tsx';

const mistaken = new URLSearchParams(location.search).has('mistake');

/** What the comparison has come to, and the newest difference. */
export function ComparisonReport({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const summary = useProjection(comparison.summary);
  const difference = useEventState(stranglerEvents.differed);
  return (
    <section className="wide" aria-label="Comparison">
      <h2>Store and events compared</h2>
      <p role={summary.differing ? 'alert' : undefined}>{inWords(summary)}</p>
      {difference && <DifferenceReport difference={difference} />}
      <p>{mistaken ? <a href="./">Without the mistake</a> : <a href="?mistake">With a mistake in the projection</a>}</p>
    </section>
  );
}

function inWords({ actions, agreements, differences, differing, safe }: ComparisonSummary): string {
  const counted = `${actions} actions, looked ${times(agreements + differences)}, found a difference ${times(differences)}.`;
  if (differing) return `${counted} They differ now.`;
  return `${counted} ${safe ? 'It is safe to go on.' : 'Too little has been seen to go on.'}`;
}

function times(count: number): string {
  return count < 3 ? ['never', 'once', 'twice'][count]! : `${count} times`;
}
