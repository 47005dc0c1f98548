import { decide } from '../state/decide.ts';
import { undoStep } from '../undoing/undo-step.ts';
import { doStep } from './do-step.ts';
import type { SagaJournal } from './saga-journal.ts';
import type { SagaWork } from './saga-work.ts';

/** Does what is to happen next, and again, until nothing is. */
export async function goOn(work: SagaWork, journal: SagaJournal): Promise<void> {
  for (;;) {
    const decision = decide(journal.state!);
    if (decision.kind === 'rest') return;
    if (decision.kind === 'do') await doStep(work, journal, decision);
    if (decision.kind === 'undo') await undoStep(work, journal, decision.step);
    if (decision.kind === 'complete') await journal.write('completed', {});
    if (decision.kind === 'conclude') {
      const { failure } = journal.state!;
      await journal.write('undone', failure ? { failure } : {});
    }
  }
}
