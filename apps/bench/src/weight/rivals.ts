import { bundle } from '../../../../.ci/sizes/bundle.ts';
import { weightOf } from '../../../../.ci/sizes/weight.ts';
import { benchFolder } from '../measure/bundle-page.ts';
import type { WeighedRival } from './findings.ts';

/** A bus of others, as a module takes it. */
interface Rival {
  readonly name: string;
  /** What is exported by a module of a page that emits and listens. */
  readonly minimal: string;
  /** What is exported by one that leaves nothing out. */
  readonly everything: string;
  readonly package: string;
}

/** All npm packages that Busbar is compared with. Their validators are left to the pages. */
export const rivals: readonly Rival[] = [
  { name: 'mitt', package: 'mitt', minimal: '{ default }', everything: '{ default }' },
  { name: 'nanoevents', package: 'nanoevents', minimal: '{ createNanoEvents }', everything: '*' },
  { name: 'eventemitter3', package: 'eventemitter3', minimal: '{ default }', everything: '{ default }' },
  { name: 'RxJS, `Subject` and `filter`', package: 'rxjs', minimal: '{ Subject, filter }', everything: '*' },
  { name: 'postal 3', package: 'postal', minimal: '{ getChannel }', everything: '*' },
  {
    name: 'Trutoo event-bus, with its validator',
    package: '@trutoo/event-bus',
    minimal: '{ EventBus }',
    everything: '{ EventBus }',
  },
  { name: 'eventify', package: 'eventify', minimal: '{ createEmitter, setDefaultSchemaValidator }', everything: '*' },
  { name: 'Podium MessageBus', package: '@podium/browser', minimal: '{ MessageBus }', everything: '*' },
  { name: 'Nextcloud event-bus', package: '@nextcloud/event-bus', minimal: '{ emit, subscribe }', everything: '*' },
];

/** Weighs all of them. */
export function weighRivals(): Promise<WeighedRival[]> {
  return Promise.all(
    rivals.map(async ({ name, package: from, minimal, everything }) => ({
      name,
      package: from,
      minimal: await weigh(`export ${minimal} from '${from}'`),
      everything: await weigh(`export ${everything} from '${from}'`),
    })),
  );
}

async function weigh(source: string) {
  return weightOf(await bundle({ source, folder: benchFolder }));
}
