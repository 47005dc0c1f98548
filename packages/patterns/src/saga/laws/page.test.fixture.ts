import { type Bus, createBus, createHub, defineEvents } from '@busbar/core';
import * as z from 'zod';
import { defineRequest } from '../../request/define-request.ts';
import { reply } from '../../request/reply.ts';
import { type AnySaga, defineSaga } from '../definition/define-saga.ts';
import type { SagaContext, SagaStep } from '../definition/saga-step.ts';
import type { SagaRunner } from '../runner/run-saga.ts';
import { runSaga } from '../runner/run-saga.ts';
import type { DurableStore, Life } from './durable-store.test.fixture.ts';
import type { OriginLocks } from './origin-locks.test.fixture.ts';
import { type Plan, type StepPlan, timeout, type Way } from './plan.test.fixture.ts';
import type { Call, Services } from './services.test.fixture.ts';

const asked = z.object({ id: z.string(), step: z.number(), kind: z.enum(['do', 'undo']) });
type Asked = z.infer<typeof asked>;

const order = defineEvents('order', { submitted: { version: 1, schema: z.object({ id: z.string() }) } });
const service = defineEvents('service', {
  asked: { version: 1, schema: asked },
  answered: { version: 1, schema: asked.extend({ answer: z.string().optional(), error: z.string().optional() }) },
});
const work = defineRequest('service:work', { version: 1, request: asked, reply: z.string() });

/** A page that runs the saga, from its loading on. */
export interface Page extends Life {
  readonly bus: Bus;
  readonly runners: readonly SagaRunner[];
  /** What was reported to its buses. */
  readonly errors: unknown[];
}

/** What the pages of one origin have in common, and what is behind them. */
export interface Origin {
  readonly services: Services;
  readonly store: DurableStore;
  readonly locks: OriginLocks;
}

/** Loads the page: the services' far ends, the runners, and the events that start the instances. */
export function loadPage(plan: Plan, { services, store, locks: origin }: Origin): Page {
  const hub = createHub();
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const buses = Array.from({ length: plan.runners }, (_, copy) => createBus({ source: `copy-${copy}`, hub, onError }));
  const bus = createBus({ source: 'services', hub, onError });
  const page: Page = {
    bus,
    errors,
    dead: false,
    runners: [],
    end() {
      page.dead = true;
      origin.release(page);
      for (const one of [bus, ...buses]) one.dispose();
    },
  };
  const locks = origin.locksOf(page);
  const call = (what: Call): Promise<string> => services.call(page, what);
  serve(bus, plan, call);
  const saga = sagaOf(plan, call);
  (page.runners as SagaRunner[]).push(...buses.map((one) => runSaga(one, saga, { store: store.storeOf(page), locks })));
  for (const runner of page.runners) runner.ready.catch(onError);
  for (let instance = 0; instance < plan.instances; instance++)
    for (let time = 0; time < plan.deliveries; time++) bus.emit(order.submitted, { id: `order-${instance}` });
  return page;
}

/** The services' ends on the page, where they are asked by requests and by events. */
function serve(bus: Bus, { steps }: Plan, call: (what: Call) => Promise<string>): void {
  reply(bus, work, (data: Asked, { event }: { event: { id: string; idempotencykey?: string } }) =>
    call({ ...data, key: event.idempotencykey ?? event.id }),
  );
  const answer = async (data: Asked, key: string): Promise<object> => {
    try {
      return { answer: await call({ ...data, key }) };
    } catch (error) {
      return { error: (error as Error).message };
    }
  };
  bus.on(
    service.asked,
    async (event) => {
      const { data, id, idempotencykey = id } = event;
      const told = { ...data, ...(await answer(data, idempotencykey)) };
      const [first] = steps[data.step]!.tries;
      const times = first?.behaviour === 'answers twice' ? 2 : 1;
      for (let time = 0; time < times; time++) if (!bus.disposed) bus.emit(service.answered, told, { cause: event });
    },
    { overlap: 'parallel', dedupe: false },
  );
}

function sagaOf({ steps }: Plan, call: (what: Call) => Promise<string>): AnySaga {
  return defineSaga('order', {
    startedBy: order.submitted,
    correlate: ({ data }) => data.id,
    steps: steps.map((step, index) => stepOf(step, index, call)),
  }) as AnySaga;
}

function stepOf({ way, undoable, retry, undoRetry }: StepPlan, step: number, call: (what: Call) => Promise<string>): SagaStep {
  const reach = (kind: Call['kind']) => (context: SagaContext) => ways[way]({ id: context.id, step, kind }, context, call);
  const patience = (attempts: number) => ({ attempts, delay: 10 });
  return {
    name: `step-${step}`,
    timeout,
    retry: patience(retry),
    undoRetry: patience(undoRetry),
    do: reach('do'),
    ...(undoable && { undo: reach('undo') }),
  };
}

type Reach = (asked: Asked, context: SagaContext, call: (what: Call) => Promise<string>) => Promise<string>;

const ways: Readonly<Record<Way, Reach>> = {
  call: (data, { idempotencykey: key }, call) => call({ ...data, key }),
  request: (data, { request }) => request(work, data) as Promise<string>,
  async events(data, { emit, expect }) {
    const isMine = ({ data: { id, step, kind } }: { data: Asked }) => id === data.id && step === data.step && kind === data.kind;
    const answered = expect(service.answered, { where: isMine });
    emit(service.asked, data);
    const { answer, error } = (await answered).data;
    if (error !== undefined) throw new Error(error);
    return answer ?? '';
  },
};
