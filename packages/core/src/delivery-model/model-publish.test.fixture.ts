import type { DeadLetterReason } from '../hub/dead-letters.ts';
import { covers, offer } from './model-bounds.test.fixture.ts';
import { bury } from './model-dead-letters.test.fixture.ts';
import { takeSynchronousTurns } from './model-turns.test.fixture.ts';
import { type Actor, type ActorName, actors, eventTypes, foreignNumber, idOf, type Traits } from './page.test.fixture.ts';
import type { Emission } from './program.test.fixture.ts';
import { type ModelEvent, note, type World } from './world.test.fixture.ts';

/** What `emit` does. Answers what it returned or threw. */
export function emit(world: World, { as, cause: asked, ttl, ...emission }: Emission): string {
  const number = ++world.emissions;
  if (!world.mounted.has(as)) return 'disposed';
  const cause = causeOf(world, asked);
  const { ttl: usual }: Traits = eventTypes[emission.type];
  const lifetime = ttl ?? usual;
  const event: ModelEvent = {
    ...emission,
    number,
    source: actors[as].source,
    version: 1,
    sequence: ++world.sequence,
    hops: cause ? cause.hops + 1 : 0,
    cause: cause?.number,
    expires: lifetime === undefined ? undefined : world.now + lifetime,
  };
  const result = publish(world, as, event);
  if (result === 'returned') world.returned.push(event);
  return result;
}

/** What `adopt` does: an event that was adopted already is none. What cannot be published may come again. */
export function adopt(world: World, as: ActorName, index: number): string {
  const { adopted, program } = world;
  const { key, flaw, subject, ...foreign } = program.foreign[index]!;
  const number = foreignNumber(index);
  if (!world.mounted.has(as)) return 'disposed';
  if (adopted.has(number)) {
    note(world, 'adopted already');
    return 'known';
  }
  adopted.add(number);
  const { idempotencykey = idOf(index) } = foreign;
  const event = { ...foreign, key, flaw, subject, number, source: 'elsewhere', version: 1, idempotencykey };
  const result = publish(world, as, { ...event, sequence: ++world.sequence }, true);
  if (result === 'returned') note(world, 'adopted');
  else adopted.delete(number);
  return result;
}

/** The event that is being handled, unless the emitter names another one or none. */
function causeOf({ handling, returned }: World, asked: Emission['cause']): ModelEvent | undefined {
  if (asked === false) return undefined;
  return asked === undefined || returned.length === 0 ? handling : returned[asked % returned.length];
}

/** The stages of publishing. An event that one of them ends is a dead letter. */
export function publish(world: World, as: ActorName, event: ModelEvent, isAdopted = false): string {
  const [reason, result] = refusalOf(world, as, event, isAdopted);
  if (reason) {
    bury(world, reason, event);
  } else {
    retain(world, event);
    deliver(world, event);
  }
  takeSynchronousTurns(world);
  return result;
}

/** Why an event goes no further, and what the emitter is told of it. */
function refusalOf(world: World, as: ActorName, event: ModelEvent, isAdopted: boolean): [DeadLetterReason | undefined, string] {
  const { publish: allowed }: Actor = actors[as];
  const { type, flaw, hops, letter } = event;
  if (allowed && !allowed.includes(type)) return ['forbidden', 'forbidden'];
  if (flaw === 'breaks its contract') return ['invalid', 'invalid-payload'];
  if (hops > world.program.limits.hops) return ['too-many-hops', 'too-many-hops'];
  if (!isAdopted && !isWithinRate(world, event)) return ['rate-exceeded', letter === undefined ? 'returned' : 'rate-exceeded'];
  if (flaw === 'is dropped') return ['dropped', 'returned'];
  return flaw === 'is rejected' ? ['rejected', 'Error'] : [undefined, 'returned'];
}

/** A bucket for each event name and source: an event costs `per`, a millisecond brings `limit`, and `burst` events fill it. */
function isWithinRate({ buckets, now }: World, { type, source }: ModelEvent): boolean {
  const { rate }: Traits = eventTypes[type];
  if (!rate) return true;
  const { limit, per, burst } = rate;
  const name = `${type} ${source}`;
  const { credit, at } = buckets.get(name) ?? { credit: burst * per, at: now };
  const left = Math.min(burst * per, credit + (now - at) * limit) - per;
  if (left < 0) return false;
  buckets.set(name, { credit: left, at: now });
  return true;
}

/** The last event, the last so many, or the last of each key are kept for late subscribers. */
function retain({ retained }: World, event: ModelEvent): void {
  const { retain: policy }: Traits = eventTypes[event.type];
  if (policy === undefined) return;
  const kept = retained.get(event.type) ?? [];
  const isByKey = typeof policy === 'object';
  const older = isByKey ? kept.filter(({ key }) => key !== event.key) : kept;
  retained.set(event.type, [...older, event].slice(isByKey ? 0 : -(policy === 'latest' ? 1 : Number(policy))));
}

/** Every subscription of this moment is offered the event, in the order of subscribing. */
function deliver(world: World, event: ModelEvent): void {
  world.figures.emitted++;
  const listening = world.subscriptions.filter((one) => !one.hasEnded && covers(one, event.type));
  if (listening.length === 0) {
    world.figures.unheard++;
    note(world, 'unheard');
  }
  for (const subscription of listening) offer(world, subscription, event);
}
