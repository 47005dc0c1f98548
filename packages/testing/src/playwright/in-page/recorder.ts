// Runs in every document before its own scripts, and in those that are open when recording begins.
import type { Hub } from '@busbar/core';
import { createOutbox } from './outbox.ts';
import { recordHub } from './record-hub.ts';
import { bindingName, type Recorder, type RecorderMessage, recorderKey } from './recorded.ts';
import { watchForHub } from './watch-for-hub.ts';

type Page = { [recorderKey]?: Recorder; [bindingName]?: (message: RecorderMessage) => Promise<unknown> };
const page = globalThis as Page;

// Once for each document, however often this runs in it.
if (!page[recorderKey]) {
  Object.defineProperty(page, recorderKey, { value: beginRecording(), configurable: true });
}
page[recorderKey]!.arrive();

function beginRecording(): Recorder {
  const document = crypto.getRandomValues(new Uint32Array(3)).join('-');
  let messages = 0;
  const outbox = createOutbox((recorded, leftOut) => {
    const answer = page[bindingName]?.({ document, url: location.href, recorded, leftOut });
    if (answer) messages++;
    // Nobody is there any more to be told.
    answer?.catch(() => {});
  });
  const hubs = new WeakSet<Hub>();
  watchForHub((hub) => {
    if (hubs.has(hub)) return;
    hubs.add(hub);
    recordHub(hub, outbox.add);
  });
  const arrive = (): void => outbox.add({ arrived: true });
  addEventListener('pagehide', () => outbox.hurry(true), true);
  addEventListener('pageshow', ({ persisted }) => {
    outbox.hurry(false);
    if (persisted) arrive();
  });
  return {
    arrive,
    flush() {
      outbox.flush();
      return { document, messages };
    },
  };
}
