import type * as z from 'zod';
import { refusal } from './refusal.ts';

const day = 24 * 60 * 60 * 1_000;

/** How long what is done for an order takes up room, in milliseconds. Then the parcel has left. */
const kept = day;

/** How long it is known, in milliseconds: an order that somebody left in the middle may go on as late. */
const remembered = 365 * day;

/** What a service has done for orders, by their number, and what it was told to undo. */
export interface Book<Entry> {
  /** What was entered within a day. */
  recent(): readonly Entry[];
  /** Whether something stands there for an order. */
  has(number: string): boolean;
  /**
   * Enters what is done for an order, once: what stands there already stays, and is the answer.
   *
   * @throws a refusal `withdrawn` where the order was struck before, as by an undo that overtook what it undoes.
   */
  enter(number: string, entry: () => Entry): Entry;
  /** Strikes an order, for good. Answers what stood there. */
  strike(number: string): Entry | undefined;
}

interface Page<Entry> {
  readonly at: number;
  /** Absent where the order was struck. */
  readonly entry?: Entry | undefined;
}
type Pages<Entry> = Readonly<Record<string, Page<Entry>>>;

/**
 * Opens the book that this browser keeps under a name. What is in it outlives the page, and all tabs write into the same one;
 * where the browser keeps nothing, it lives as long as the page.
 */
export function openBook<Entry>(name: string, schema: z.ZodType<Entry>, now: () => number = Date.now): Book<Entry> {
  let unkept: Pages<Entry> | undefined;

  function read(): Pages<Entry> {
    const pages = unkept ?? readPages(name, schema);
    return Object.fromEntries(Object.entries(pages).filter(([, { at }]) => now() - at < remembered));
  }

  function write(number: string, entry?: Entry): void {
    const pages = { ...read(), [number]: { at: now(), entry } };
    try {
      localStorage.setItem(name, JSON.stringify(pages));
    } catch {
      unkept = pages; // full, or forbidden
    }
  }

  return {
    recent: () => Object.values(read()).flatMap(({ at, entry }) => (entry === undefined || now() - at >= kept ? [] : [entry])),
    has: (number) => read()[number]?.entry !== undefined,
    enter(number, makeEntry) {
      const page = read()[number];
      if (page && page.entry === undefined) throw refusal('withdrawn', `Order ${number} was withdrawn`);
      const entry = page?.entry ?? makeEntry();
      if (!page) write(number, entry);
      return entry;
    },
    strike(number) {
      const entry = read()[number]?.entry;
      write(number);
      return entry;
    },
  };
}

/** Pages that somebody else wrote there, or an older release, are blank. */
function readPages<Entry>(name: string, schema: z.ZodType<Entry>): Pages<Entry> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    return Object.fromEntries(Object.entries(Object(stored)).flatMap(([number, page]) => readPage(number, page, schema)));
  } catch {
    return {};
  }
}

function readPage<Entry>(number: string, page: unknown, schema: z.ZodType<Entry>): [string, Page<Entry>][] {
  const { at, entry } = Object(page) as Record<string, unknown>;
  const { data, success } = schema.optional().safeParse(entry);
  return typeof at === 'number' && success ? [[number, { at, entry: data }]] : [];
}
