import { findPatterns } from './find-patterns.ts';

/** A call by which an app emits or listens. */
export interface Call {
  readonly role: 'emits' | 'listens';
  /** What is emitted or heard, as it is written: `cart.itemAdded`, or a name in quotes. */
  readonly events: readonly string[];
}

const emitters = ['emit', 'useEmit', 'injectEmit', 'createEmit', 'emitter'];
const listeners = [
  ...['on', 'once', 'latest', 'events\\$', 'project', 'expect'],
  ...['useEvent', 'useEventState', 'useSuspenseEventState', 'injectEvent', 'injectEventState', 'createEvent', 'createEventState'],
  ...['onEvent', 'eventState', 'EventController', 'EventStateController'],
];

const reference = /[A-Za-z_$][\w$]*(?:\s*\.\s*[A-Za-z_$][\w$]*)*/;
const quoted = /'[^'\n]+'|"[^"\n]+"|`[^`$\n]+`/;
const event = `(?:${quoted.source}|${reference.source})`;
const list = `\\[\\s*${event}(?:\\s*,\\s*${event})*\\s*,?\\s*\\]`;
/** What may stand before the event: the host of Lit's, and the way to a value that changes. */
const before = '(?:this\\s*,\\s*)?(?:\\(\\s*\\)\\s*=>\\s*)?';
const call = new RegExp(
  `(?<![\\w$])(?<name>${[...emitters, ...listeners].join('|')})\\s*(?:<[^()]*>)?\\(\\s*${before}(?<events>${event}|${list})\\s*[,)]`,
  'g',
);

/** The calls in a source by which it emits or listens. Reads text, not syntax, so that it can take any framework's files. */
export function findCalls(source: string): Call[] {
  const text = withoutComments(source);
  const direct = [...text.matchAll(call)].map(
    ({ groups }): Call => ({
      role: emitters.includes(groups!['name']!) ? 'emits' : 'listens',
      events: eventsIn(groups!['events']!),
    }),
  );
  return [...direct, ...findPatterns(text, { event, list, eventsIn })];
}

function eventsIn(written: string): string[] {
  return written.match(new RegExp(event, 'g'))!.map((one) => (/^['"`]/.test(one) ? one : one.replace(/\s+/g, '')));
}

/** Comments give way to a space. What looks like one inside quotes stays. */
function withoutComments(source: string): string {
  const pieces = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<!:)\/\/[^\n]*/g;
  return source.replace(pieces, (piece) => (/^(\/|<!--)/.test(piece) ? ' ' : piece));
}
