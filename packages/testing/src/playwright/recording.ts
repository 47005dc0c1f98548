import type { BrowserContext, Frame, Page } from '@playwright/test';
import { fromText } from './in-page/message-text.ts';
import { bindingName, type Recorded, type Recorder, type RecorderMessage } from './in-page/recorded.ts';
import { pageScript } from './page-script.ts';
import { Trail, type TrailDocument } from './trail.ts';

/** How long a page may take to answer, in milliseconds: one that is frozen, or computes, never does. */
const patience = 1_000;

/** What goes over the hubs of all pages and frames of a context. */
export class Recording {
  readonly context: BrowserContext;
  trail: Trail;
  readonly #documents = new Map<string, TrailDocument>();
  readonly #pages = new Map<Page, number>();
  readonly #inFrame = new Map<Frame, TrailDocument>();
  /** The number of the newest message of each document. */
  readonly #messages = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  constructor(context: BrowserContext, limit: number) {
    this.context = context;
    this.trail = new Trail(limit);
  }

  /** Has the context record, in pages that are open and in those to come. */
  async install(): Promise<void> {
    const { context } = this;
    await context.exposeBinding(bindingName, ({ frame }, text: string) => this.#receive(frame, fromText(text)));
    const content = await pageScript('recorder');
    await context.addInitScript({ content });
    await Promise.all(this.#frames().map((frame) => withPatience(frame.evaluate(content))));
  }

  /** The documents that told something, also those that are gone. */
  get documents(): readonly TrailDocument[] {
    return [...this.#documents.values()];
  }

  /** The document that a frame shows, if it told something. */
  documentIn(frame: Frame): TrailDocument | undefined {
    return this.#inFrame.get(frame);
  }

  #receive(frame: Frame, { document: id, number, url, recorded, leftOut }: RecorderMessage): void {
    if (number <= (this.#messages.get(id) ?? 0)) return;
    const known = this.#documents.get(id);
    const document = known ?? { id, page: this.numberOf(frame.page()), url, isCurrent: true };
    this.#documents.set(id, document);
    if (!known) this.#arrive(document, frame);
    document.url = url;
    this.trail.leftOut += leftOut;
    for (const one of recorded) this.#take(one, document, frame);
    this.#messages.set(id, number);
    this.#tell();
  }

  #take(recorded: Recorded, document: TrailDocument, frame: Frame): void {
    if ('event' in recorded) this.trail.add(recorded.event, document);
    else if ('letter' in recorded) this.trail.addLetter(recorded.letter, document);
    else if ('hub' in recorded) document.hub = recorded.hub;
    else this.#arrive(document, frame);
  }

  /** A document that arrives in a frame takes the place of the one before, and of those that this one had framed. */
  #arrive(document: TrailDocument, frame: Frame): void {
    const isMain = frame.parentFrame() === null;
    for (const [other, shown] of this.#inFrame) {
      if (other !== frame && !(isMain && other.page() === frame.page())) continue;
      shown.isCurrent = false;
      this.#inFrame.delete(other);
    }
    document.isCurrent = true;
    this.#inFrame.set(frame, document);
  }

  /** Asks all pages for what they have not told yet. */
  async pull(): Promise<void> {
    await Promise.all(this.#frames().map((frame) => withPatience(this.#pullFrom(frame))));
  }

  #frames(): Frame[] {
    return this.context.pages().flatMap((page) => page.frames());
  }

  async #pullFrom(frame: Frame): Promise<void> {
    const answer = await frame.evaluate(() => {
      const recorder = Reflect.get(globalThis, Symbol.for('busbar.recorder')) as Recorder | undefined;
      return recorder?.flush();
    });
    const end = Date.now() + patience;
    const isMissing = (): boolean => answer !== undefined && (this.#messages.get(answer.document) ?? 0) < answer.messages;
    while (isMissing() && Date.now() < end) await this.#message(end - Date.now());
  }

  /** Looks again whenever a page tells something, until it finds something or so many milliseconds have passed. */
  async waitFor<Found>(look: () => Found | undefined, timeout: number): Promise<Found | undefined> {
    const end = Date.now() + timeout;
    await this.pull();
    for (;;) {
      const found = look();
      const left = end - Date.now();
      if (found !== undefined) return found;
      if (left > 0) await this.#message(left);
      if (Date.now() < end) continue;
      await this.pull();
      return look();
    }
  }

  /** Resolves with the next message, or after so many milliseconds. */
  #message(timeout: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeout);
      this.#waiting.add(done);
    });
  }

  #tell(): void {
    for (const done of [...this.#waiting]) done();
  }

  /** The how many-th page it is, in the order in which they told something. */
  numberOf(page: Page): number {
    const number = this.#pages.get(page) ?? this.#pages.size + 1;
    this.#pages.set(page, number);
    return number;
  }
}

/** Goes on without an answer: the page may be gone, on its way to another one, or busy. */
async function withPatience(answer: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([answer.catch(() => {}), enough]);
  clearTimeout(timer);
}

const recordings = new WeakMap<BrowserContext, Promise<Recording>>();

/** Begins a trail of what goes over the hubs of a context. One that several tests share is set up once. */
export async function record(context: BrowserContext, limit: number): Promise<Recording> {
  const known = await recordings.get(context);
  if (known) {
    known.trail = new Trail(limit);
    return known;
  }
  const recording = new Recording(context, limit);
  const installed = recording.install().then(() => recording);
  recordings.set(context, installed);
  return installed;
}
