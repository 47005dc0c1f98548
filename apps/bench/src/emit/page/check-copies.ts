import type { Payload } from '../../contestants/contestant.ts';
import type * as AllContestants from '../../contestants/contestants.ts';

const item: Payload = { sku: 'A-1', quantity: 2, price: 199.5, gift: false };

/**
 * Loads all contestants twice, subscribes in one copy and emits in the other.
 *
 * @returns the names of those that meet, although it is said that they do not, or the other way round
 */
export async function checkCopies(): Promise<string[]> {
  const [here, there] = await Promise.all([loadContestants('here'), loadContestants('there')]);
  const wrong: string[] = [];
  for (const [index, { name, traits, open }] of here.entries()) {
    let heard = false;
    const hearing = open(1, () => {
      heard = true;
    });
    const emitting = there[index]!.open(0, () => {});
    emitting.emit(item);
    await emitting.settled();
    hearing.close();
    emitting.close();
    if (heard !== traits.meetsCopies) wrong.push(name);
  }
  return wrong;
}

async function loadContestants(copy: string): Promise<typeof AllContestants.contestants> {
  const { contestants }: typeof AllContestants = await import(/* @vite-ignore */ `/contestants.js?copy=${copy}`);
  return contestants;
}
