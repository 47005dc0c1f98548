import { isFull, offer } from './model-bounds.test.fixture.ts';
import { publish } from './model-publish.test.fixture.ts';
import { takeSynchronousTurns } from './model-turns.test.fixture.ts';
import { type Actor, type ActorName, actors } from './page.test.fixture.ts';
import type { Edit } from './program.test.fixture.ts';
import { type Letter, type ModelEvent, note, type Subscription, type World } from './world.test.fixture.ts';

/** A scope sees its own letters and those of events that it may hear. */
export function visibleLetters(world: World, as: ActorName, asked: 'all' | number): Letter[] {
  const { source, subscribe: allowed }: Actor = actors[as];
  const isVisible = ({ event, subscription }: Letter): boolean =>
    !allowed ||
    event.type !== 'other:noted' ||
    event.source === source ||
    (subscription && actors[subscription.as].source === source) === true;
  const number = asked === 'all' ? undefined : 1 + (asked % Math.max(1, world.figures.deadLetters));
  return world.letters.filter((letter) => isVisible(letter) && (number === undefined || letter.number === number));
}

/** Letters are sent again. Asked for one of them, it throws what is still wrong with it. */
export function redrive(world: World, as: ActorName, asked: 'all' | number, edit: Edit | undefined): string {
  let sent = 0;
  for (const letter of visibleLetters(world, as, asked)) {
    if (!world.letters.includes(letter)) continue;
    const result = redriveLetter(world, as, letter, edit);
    if (result === 'sent') {
      sent++;
      continue;
    }
    note(world, 'redriven in vain');
    if (result !== 'nobody is there' && asked !== 'all') return result;
    if (result === 'Error') world.told.push('Error');
  }
  return String(sent);
}

function redriveLetter(world: World, as: ActorName, letter: Letter, edit: Edit | undefined): string {
  const event = edited({ ...letter.event, letter: letter.number }, edit);
  if (edit === 'throw') return 'Error';
  if (!letter.subscription) {
    const result = publish(world, as, { ...event, sequence: ++world.sequence, hops: 0 });
    if (result !== 'returned') return result;
    note(world, 'redriven to everybody');
  } else {
    const taker = takerOf(world, letter);
    if (!taker) return 'nobody is there';
    if (edit === 'spoil') return 'invalid-payload';
    if (isFull(taker)) return 'nobody is there';
    note(world, taker === letter.subscription ? 'redriven to who missed it' : 'redriven after a remount');
    remember(world, taker, event);
    remove(world, letter);
    offer(world, taker, event);
    takeSynchronousTurns(world);
  }
  remove(world, letter);
  return 'sent';
}

function edited(event: ModelEvent, edit: Edit | undefined): ModelEvent {
  if (edit === 'mend') return { ...event, flaw: undefined };
  return edit === 'spoil' ? { ...event, flaw: 'breaks its contract' } : event;
}

/** Who missed it. After a remount: the oldest later subscription of the same source and target that was not sent the event yet. */
function takerOf({ subscriptions, sent }: World, { subscription: missed, event }: Letter): Subscription | undefined {
  if (!missed?.hasEnded) return missed;
  const isOfSame = ({ as, plan }: Subscription): boolean =>
    actors[as].source === actors[missed.as].source && String(plan.target) === String(missed.plan.target);
  return subscriptions.find(
    (one) => !one.hasEnded && isOfSame(one) && one.since >= event.sequence && !sent.includes(`${event.number} to ${one.number}`),
  );
}

/** As many are remembered as there may be letters. */
function remember({ sent, program }: World, taker: Subscription, event: ModelEvent): void {
  const line = `${event.number} to ${taker.number}`;
  if (!sent.includes(line)) sent.push(line);
  if (sent.length > program.limits.deadLetters) sent.shift();
}

export function discard(world: World, as: ActorName, asked: 'all' | number): string {
  const gone = visibleLetters(world, as, asked);
  for (const letter of gone) remove(world, letter);
  if (gone.length > 0) note(world, 'discarded');
  return String(gone.length);
}

function remove({ letters }: World, letter: Letter): void {
  const index = letters.indexOf(letter);
  if (index >= 0) letters.splice(index, 1);
}
