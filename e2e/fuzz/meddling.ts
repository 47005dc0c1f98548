import type { Trial } from './trial.ts';
import { emitWatched } from './watched-publication.ts';

/** What hostile code does to the bus that calls it. */
export function meddle(trial: Trial, how: number): void {
  const { root, hub, contracts, handles, stops, ledger } = trial;
  const contract = contracts[how % contracts.length];
  // While the page is being set up there is nothing to meddle with.
  if (!contract) return;
  const ways = [
    () => emitWatched(trial, root, contract, how),
    () => emitWatched(trial, root, contract, () => {}),
    () => stops.push(root.scope({ source: 'meddler' }).on(contract, () => {})),
    () => stops.at(-1)?.(),
    () => handles.at(-1)?.dispose(),
    () => ledger.during('redriven', () => root.deadLetters.redrive(() => true)),
    () => ledger.during('discarded', () => root.deadLetters.discard(() => true)),
    () => [root.metrics(), root.contracts(), root.deadLetters.list()],
    () => root.latest(contract).get(),
    () => hub.window?.dispatchEvent(new CustomEvent(contract.type, { detail: how })),
  ];
  trial.call('meddling', ways[how]!);
}
