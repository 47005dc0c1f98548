import { createBus } from '@busbar/core';
import type { Course } from '../../contestants/contestant.ts';
import { payloadOf, piecesOf } from '../../contestants/payloads.ts';
import { workFor } from '../../contestants/work.ts';
import { collectGarbage } from '../../measure/collect-garbage.ts';
import { marks, type Storm, subscribers } from '../storms.ts';
import { pour } from './event-source.ts';
import { openContestant } from './open-contestant.ts';
import type { Counts, Reading } from './reading.ts';
import type { PageWatch } from './watch-page.ts';

/** How many events a page has had before the storm, so that what is called often is compiled. */
const usual = 2_000;

/** Lets a storm come over the page, and answers how it went. */
export async function runStorm(name: string, storm: Storm, watch: PageWatch): Promise<Reading> {
  const { handle, pieces } = workFor('carts', subscribers);
  let handled = 0;
  const course = openContestant(name, subscribers, (payload, subscriber) => {
    handled++;
    handle(payload, subscriber);
  });
  await weather(course, { ...storm, events: usual, inOneGo: usual });
  collectGarbage();
  const before = { handled, pieces: pieces(), lost: lost() };
  await watch.frames(20);
  const passed = await weather(course, storm);
  await watch.frames(10);
  await watch.shown(passed.ended);
  const counts = { handled: handled - before.handled, ...lostSince(before.lost) };
  const isWhole = counts.handled === storm.events * subscribers;
  if (isWhole && pieces() - before.pieces !== piecesOf(storm.events) * subscribers) {
    throw new Error(`${name}: all events were handled, but not what they say.`);
  }
  course.close();
  return { ...passed, ...watch.seen(), counts };
}

/** Emits all events of a storm and waits until they are handled, or known to be lost. */
async function weather(course: Course, storm: Storm): Promise<Pick<Reading, 'begun' | 'ended' | 'emitting'>> {
  const emitting: number[] = [];
  let begun = 0;
  await pour(storm, (from, to) => {
    const start = performance.now();
    if (from === 0) {
      begun = start;
      performance.mark(marks.begin);
    }
    for (let event = from; event < to; event++) course.emit(payloadOf(event));
    emitting.push(performance.now() - start);
    performance.mark(marks.emitted);
  });
  await course.settled();
  performance.mark(marks.end);
  return { begun, ended: performance.now(), emitting };
}

type Lost = Omit<Counts, 'handled'>;

function lostSince(before: Lost): Lost {
  const { declined, dead, deadOfWindow } = lost();
  return {
    declined: declined - before.declined,
    dead: dead - before.dead,
    deadOfWindow: deadOfWindow - before.deadOfWindow,
  };
}

/** What Busbar says of events that the subscribers which it has now were not given, and that others were not. */
function lost(): Lost {
  const bus = createBus({ source: 'bench' });
  const { deadLetters, subscriptions } = bus.metrics();
  bus.dispose();
  const sum = (figure: 'dead' | 'declined') => subscriptions.reduce((total, each) => total + each[figure], 0);
  return { declined: sum('declined'), dead: sum('dead'), deadOfWindow: deadLetters - sum('dead') };
}
