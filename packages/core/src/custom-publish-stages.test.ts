import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fail, join, letters, noted, publishing } from './custom-stages.test.fixture.ts';
import { createBus, createHub, defineEvent, drop, type Publication, reject, type Stage } from './index.ts';

type PublishRun = (publication: Publication) => unknown;

function replacing(replace: (data: object) => unknown): Stage {
  const run = (publication: Publication): void => {
    publication.data = replace(publication.data as object);
  };
  return publishing(run, { before: 'validate' });
}

describe('a stage on the publishing side', () => {
  it('stands before or after the neighbour that it names', () => {
    const seen: string[] = [];
    const note = (name: string, place: object): Stage =>
      publishing(
        ({ event, data }) => void seen.push(`${name}: ${event ? 'stamped' : 'unstamped'} ${JSON.stringify(data)}`),
        place,
      );
    const { bus } = join(
      note('first', { before: 'authorize' }),
      note('parsed', { after: 'validate' }),
      note('stamped', { after: 'stamp' }),
      note('last', { after: 'mirror' }),
    );
    bus.emit(noted, { text: 'hello', more: 1 } as never);
    expect(seen).toEqual([
      'first: unstamped {"text":"hello","more":1}',
      'parsed: unstamped {"text":"hello"}',
      'stamped: stamped {"text":"hello"}',
      'last: stamped {"text":"hello"}',
    ]);
  });

  it('may stand beside another stage of its bus', () => {
    const seen: string[] = [];
    const one = { ...publishing(() => void seen.push('one')), name: 'one' } as Stage;
    const two = publishing(() => void seen.push('two'), { before: 'one' });
    join(one, two).bus.emit(noted, { text: 'hello' });
    expect(seen).toEqual(['two', 'one']);
  });

  it('is told who publishes what, and with which options', () => {
    const told: Publication[] = [];
    const { bus } = join(publishing((publication) => void told.push({ ...publication })));
    const event = bus.scope({ source: 'badge' }).emit(noted, { text: 'hello' }, { subject: 'c-1' });
    expect(told).toMatchObject([
      { contract: noted, source: 'badge', options: { subject: 'c-1' }, data: { text: 'hello' }, event },
    ]);
  });

  it('cannot give options to events that were emitted without', () => {
    const subjects: unknown[] = [];
    const meddling = publishing(({ options }) => {
      subjects.push(options.subject);
      Object.assign(options, { subject: 'c-1' });
    });
    const { bus } = join(meddling);
    const emit = () => bus.emit(noted, { text: 'hello' });
    expect(emit).toThrow(expect.objectContaining({ code: 'stage-failed' }));
    expect(emit).toThrow(expect.objectContaining({ code: 'stage-failed' }));
    expect(subjects).toEqual([undefined, undefined]);
  });

  it('may replace the payload before it is validated, and what it puts there is validated', () => {
    const signed = replacing((data) => ({ ...data, by: 'ann' }));
    expect(join(signed).bus.emit(noted, { text: 'hello' }).data).toEqual({ text: 'hello', by: 'ann' });
    const broken = replacing(() => ({ text: 42 }));
    expect(() => join(broken).bus.emit(noted, { text: 'hello' })).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
  });

  it('shares what it put into the payload with nobody', () => {
    const mine = { text: 'mine' };
    const { bus } = join(replacing(() => mine));
    const { data } = bus.emit(noted, { text: 'hello' });
    mine.text = 'changed';
    expect(data).toEqual({ text: 'mine' });
    expect(Object.isFrozen(data)).toBe(true);
    expect(Object.isFrozen(mine)).toBe(false);
  });

  it('shares nothing even where the schema hands its input through, and cannot smuggle in what is no data', () => {
    const open = defineEvent('cart:opened', { version: 1, schema: z.any() });
    const mine = { lines: ['mine'] };
    const { data } = join(replacing(() => mine)).bus.emit(open, 'hello');
    mine.lines.push('changed');
    expect(data).toEqual({ lines: ['mine'] });
    expect(() => join(replacing(() => ({ run: fail }))).bus.emit(open, 'hello')).toThrow(
      expect.objectContaining({ code: 'payload-function', details: expect.objectContaining({ path: 'run' }) }),
    );
  });

  it('ends an event by dropping it: no error, a dead letter, nobody hears it', () => {
    const { bus, heard, errors } = join(publishing(() => drop('no consent')));
    const event = bus.emit(noted, { text: 'hello' });
    expect(event).toMatchObject({ type: 'cart:noted', source: 'cart', data: { text: 'hello' } });
    expect(letters(bus)).toEqual([{ reason: 'dropped', error: 'no consent', target: undefined }]);
    expect([heard, errors]).toEqual([[], []]);
  });

  it('answers a whole event even where it drops before there is one', () => {
    const { bus } = join(publishing(() => drop('no consent'), { before: 'authorize' }));
    expect(bus.emit(noted, { text: 'hello' })).toMatchObject({ id: expect.any(String), sequence: 1, time: expect.any(Number) });
  });

  it('ends an event by rejecting it: the emitter gets the very error, and a dead letter holds it', () => {
    const refusal = new Error('over budget');
    const { bus, heard } = join(publishing(() => reject(refusal)));
    expect(() => bus.emit(noted, { text: 'hello' })).toThrow(refusal);
    expect(letters(bus)).toEqual([{ reason: 'rejected', error: refusal, target: undefined }]);
    expect(heard).toEqual([]);
  });

  it.each<[string, PublishRun, unknown]>([
    ['throws', fail, new Error('broken')],
    ['answers with a promise', async () => undefined, expect.anything()],
    ['answers with a promise that fails', async () => fail(), expect.anything()],
    ['answers with something else', () => 'yes', expect.anything()],
    ['tries to change the payload in place', ({ data }) => Object.assign(data as object, { text: 'x' }), expect.any(TypeError)],
  ])('fails the event with its own name if it %s', (_what, run, cause) => {
    const { bus, heard } = join(publishing(run));
    const failed = expect.objectContaining({
      code: 'stage-failed',
      details: { stage: 'own', type: 'cart:noted', source: 'cart' },
      cause,
    });
    expect(() => bus.emit(noted, { text: 'hello' })).toThrow(failed);
    expect(letters(bus)).toEqual([{ reason: 'rejected', error: failed, target: undefined }]);
    expect(heard).toEqual([]);
  });

  it('may call back into the bus: what it emits comes first', () => {
    const looked = defineEvent('cart:looked', { version: 1, schema: z.string() });
    const order: string[] = [];
    const { bus } = join(publishing(({ contract }) => void (contract === noted && bus.emit(looked, 'inside'))));
    bus.on('**', ({ type }) => order.push(type), { delivery: 'sync' });
    bus.emit(noted, { text: 'hello' });
    expect(order).toEqual(['cart:looked', 'cart:noted']);
  });

  it('may dispose its own bus: nothing is heard any more, and the emitter is not hurt', () => {
    const { bus, heard } = join(publishing(() => bus.dispose()));
    expect(() => bus.emit(noted, { text: 'hello' })).not.toThrow();
    expect(heard).toEqual([]);
    expect(() => bus.emit(noted, { text: 'again' })).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  it('works for its own bus only', () => {
    const hub = createHub();
    createBus({ source: 'cart', hub, stages: [publishing(() => reject(new Error('no')))] });
    expect(() => createBus({ source: 'checkout', hub }).emit(noted, { text: 'hello' })).not.toThrow();
  });
});

describe('createBus', () => {
  it.each<[string, object, string]>([
    ['no side', { name: 'own', before: 'stamp', run: () => {} }, 'own'],
    ['an unknown side', { name: 'own', side: 'sending', before: 'stamp', run: () => {} }, 'own'],
    ['no function', { name: 'own', side: 'publish', before: 'stamp' }, 'own'],
    ['no neighbour', { name: 'own', side: 'publish', run: () => {} }, 'own'],
    ['an unknown neighbour', { name: 'own', side: 'publish', before: 'sending', run: () => {} }, 'own'],
    ['a neighbour of the other side', { name: 'own', side: 'receive', after: 'stamp', run: () => {} }, 'own'],
    ['no name', { side: 'publish', before: 'stamp', run: () => {} }, 'undefined'],
  ])('refuses a stage with %s', (_what, stage, name) => {
    expect(() => createBus({ source: 'cart', hub: createHub(), stages: [stage as Stage] })).toThrow(
      expect.objectContaining({
        code: 'invalid-stage',
        details: { stage: name, source: 'cart', problem: expect.stringMatching(/./) },
      }),
    );
  });

  it('names the neighbours that there are', () => {
    const stages = [publishing(() => {}, { after: 'sending' })];
    expect(() => createBus({ source: 'cart', hub: createHub(), stages })).toThrow(
      'authorize, validate, stamp, guard, throttle, retain, deliver, mirror',
    );
  });
});
