import type { AnyEventContract, Bus, EmitOptions } from '@busbar/core';
import * as z from 'zod';
import { exactly, told } from '../figure.ts';
import type { Core, Row } from '../row.ts';
import { settled } from '../settled.ts';

/** Something that a handle may not do; it has to throw, or to reject. */
type Attempt = () => unknown;

/** A payload, and options, that pretend to come from somebody else. */
const forged = { text: 'x', source: 'bank', type: 'bank:paid', id: 'bank-1' };
const schema = z.looseObject({ text: z.string() });

export const foreignTopics: Row = {
  name: 'A21',
  what: 'A handle is used for topics of others, with a forged source, and after it was revoked',
  async run({ one, two }) {
    const bank = one.defineEvent('bank:paid', { version: 1, schema, retain: 'latest', dom: 'off' });
    const advert = two.defineEvent('advert:shown', { version: 1, schema, dom: 'off' });
    const page = one.createBus({ source: 'page' });
    const handle = two.createBus({ source: 'advert', publish: ['advert:*'], subscribe: ['advert:*'] });
    const handles = [handle, handle.scope({ publish: ['**'], subscribe: ['**'] })];
    const heard: string[] = [];
    page.on('**', ({ source, type }) => heard.push(`${source} ${type}`));
    page.emit(bank, forged);
    const overheard: string[] = [];
    for (const bus of handles) bus.on('**', ({ type }) => overheard.push(type));
    const emits = handles.flatMap((bus) => emitsOf(bus, bank));
    const hearings = handles.flatMap((bus) => hearingsOf(bus, bank));
    const denied = await countDenied([...emits, ...hearings], one, 'forbidden');
    const letters = page.deadLetters.list(({ reason, event }) => reason === 'forbidden' && event.source === 'advert');
    const forgeries = handles.map((bus) => emitForged(bus, advert)).reduce((sum, count) => sum + count);
    await settled(page);
    handle.dispose();
    const uses = handles.flatMap((bus) => [...emitsOf(bus, advert), ...hearingsOf(bus, advert)]);
    const deniedUses = await countDenied(uses, one, 'disposed');
    const isOwn = (text: string): boolean => text === 'advert advert:shown';
    return [
      exactly('emits and subscriptions for foreign topics denied', share(denied, emits.length + hearings.length), 100, '%'),
      exactly('denied emits that are dead letters with the true source', share(letters.length, emits.length), 100, '%'),
      exactly('foreign events overheard by a pattern', overheard.filter((type) => type !== 'advert:shown').length, 0),
      exactly('events with a forged source stamped with the true one', share(heard.filter(isOwn).length, forgeries), 100, '%'),
      exactly('events heard under a false name', heard.filter((text) => !isOwn(text) && text !== 'page bank:paid').length, 0),
      exactly('uses of a revoked handle denied', share(deniedUses, uses.length), 100, '%'),
      told('of them dead letters, too', page.deadLetters.list().length - letters.length),
    ];
  },
};

function emitsOf(bus: Bus, contract: AnyEventContract): Attempt[] {
  const { emit } = bus;
  const options: EmitOptions = { ...forged, cause: false };
  return [
    () => bus.emit(contract, forged),
    () => bus.emit(contract.type, forged),
    () => bus.emit({ ...contract }, forged, options),
    () => emit(contract, forged),
    () => ({ ...bus, source: 'bank' }).emit(contract, forged),
  ];
}

function hearingsOf(bus: Bus, contract: AnyEventContract): Attempt[] {
  const ignore = (): void => {};
  return [
    () => bus.on(contract, ignore),
    () => bus.on(contract.type, ignore),
    () => bus.on([contract], ignore),
    () => bus.once(contract),
    () => bus.latest(contract),
    () => bus.events$(contract).subscribe(ignore),
  ];
}

async function countDenied(attempts: readonly Attempt[], core: Core, code: 'forbidden' | 'disposed'): Promise<number> {
  let denied = 0;
  for (const attempt of attempts) {
    try {
      await attempt();
    } catch (error) {
      if (core.isBusError(error, code)) denied++;
    }
  }
  return denied;
}

/** Emits what the handle may emit, each time pretending to be another. Answers how often. */
function emitForged(bus: Bus, contract: AnyEventContract): number {
  Reflect.set(bus, 'source', 'bank');
  Reflect.defineProperty(bus, 'source', { value: 'bank' });
  const emits = emitsOf(bus, contract);
  for (const emit of emits) emit();
  return emits.length;
}

function share(part: number, whole: number): number {
  return (100 * part) / whole;
}
