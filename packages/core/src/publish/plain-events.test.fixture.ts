import { expect, vi } from 'vitest';
import * as z from 'zod';
import {
  type AnyEventContract,
  type Bus,
  type BusEvent,
  createBus,
  createHub,
  defineEvent,
  type EventDefinition,
} from '../index.ts';

let names = 0;

/** A contract under a name that no other test uses: what listens on `window` stays there. */
export function contractOf(definition: Partial<EventDefinition> = {}): AnyEventContract {
  return defineEvent(`plain:case${++names}`, { version: 1, schema: z.unknown(), ...definition });
}

/** A bus on a hub of its own that has the page's window for its edge. */
export function joinPage(contracts: readonly AnyEventContract[] = []): Bus {
  return createBus({ source: 'cart', hub: createHub({ window }), contracts });
}

/** A bus that hears a contract, and what it heard. */
export function hearing(contract: AnyEventContract): { readonly bus: Bus; readonly heard: BusEvent[] } {
  const bus = joinPage();
  const heard: BusEvent[] = [];
  bus.on(contract, (event) => heard.push(event));
  return { bus, heard };
}

/** What plain listeners of a name are shown. */
export function plainDetails(type: string): unknown[] {
  const details: unknown[] = [];
  window.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
  return details;
}

/** Dispatches a plain event, as code does that knows nothing of Busbar. */
export function dispatch(
  type: string,
  detail?: unknown,
  target: EventTarget = window,
  init: CustomEventInit = { bubbles: true },
): void {
  target.dispatchEvent(new CustomEvent(type, { detail, ...init }));
}

/** Resolves once everything that was published so far has been delivered and mirrored. */
export async function settled(bus: Bus): Promise<void> {
  const last = contractOf();
  const seen = plainDetails(last.type);
  bus.emit(last, 'last', { cause: false });
  await vi.waitFor(() => expect(seen).toEqual(['last']));
}
