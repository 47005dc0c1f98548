// Runs in every document before its own scripts, and in those that are open when recording begins.
import type { Hub } from '@busbar/core';
import { keepFarewell, takeFarewells } from './farewell.ts';
import { toText } from './message-text.ts';
import { createOutbox } from './outbox.ts';
import { recordHub } from './record-hub.ts';
import { bindingName, type Recorder, type RecorderMessage, recorderKey } from './recorded.ts';
import { watchForHub } from './watch-for-hub.ts';

type Page = { [recorderKey]?: Recorder; [bindingName]?: (message: string) => Promise<unknown> };
const page = globalThis as Page;

// Once for each document, however often this runs in it.
if (!page[recorderKey]) {
  Object.defineProperty(page, recorderKey, { value: beginRecording(), configurable: true });
}
page[recorderKey]!.arrive();

function beginRecording(): Recorder {
  const document = crypto.getRandomValues(new Uint32Array(3)).join('-');
  let messages = 0;
  let isLeaving = false;
  const outbox = createOutbox((recorded, leftOut) => {
    const message = asText({ document, number: ++messages, url: location.href, recorded, leftOut });
    tell(message);
    if (isLeaving) keepFarewell(message);
  });
  const hurry = (leaving: boolean): void => {
    isLeaving = leaving;
    outbox.hurry(leaving);
  };
  const arrive = (): void => {
    for (const message of takeFarewells()) tell(message);
    outbox.add({ arrived: true });
  };
  addEventListener('pagehide', () => hurry(true), true);
  addEventListener('pageshow', ({ persisted }) => {
    hurry(false);
    if (persisted) arrive();
  });
  const hubs = new WeakSet<Hub>();
  watchForHub((hub) => {
    if (hubs.has(hub)) return;
    hubs.add(hub);
    recordHub(hub, outbox.add);
  });
  return {
    arrive,
    flush() {
      outbox.flush();
      return { document, messages };
    },
  };
}

/** A page may have taught its objects to be no JSON: then it is told how much was seen. */
function asText(message: RecorderMessage): string {
  try {
    return toText(message);
  } catch {
    return toText({ ...message, recorded: [], leftOut: message.leftOut + message.recorded.length });
  }
}

/** Nobody minds where nobody is there any more to be told. */
function tell(message: string): void {
  page[bindingName]?.(message).catch(() => {});
}
