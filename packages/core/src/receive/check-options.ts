import type { SubscribeOptions } from '../bus.ts';
import { BusError } from '../bus-error.ts';

const choices: Partial<Record<keyof SubscribeOptions, readonly unknown[]>> = {
  delivery: ['microtask', 'sync', 'task', 'frame', 'idle'],
  priority: ['user-blocking', 'user-visible', 'background'],
  overlap: ['queue', 'parallel', 'switch', 'drop'],
  overflow: ['dead-letter', 'drop-oldest', 'latest-by-key'],
};

/** Refuses options that would otherwise do nothing in silence. */
export function checkOptions(options: SubscribeOptions, source: string): void {
  for (const [option, allowed] of Object.entries(choices)) {
    const given = options[option as keyof SubscribeOptions];
    if (given === undefined || allowed.includes(given)) continue;
    throw new BusError('invalid-option', { option, given, expected: allowed.join(', '), source });
  }
  for (const option of ['timeout', 'maxQueue'] as const) {
    const given = options[option];
    if (given === undefined || (typeof given === 'number' && given >= 0)) continue;
    throw new BusError('invalid-option', { option, given, expected: 'a number from 0 on', source });
  }
}
