import type { SagaState } from '../state/saga-state.ts';
import type { InstanceMap } from './instance-map.ts';

/** Resolves with an instance once nothing more happens to it by itself. */
export function untilSettled(instances: InstanceMap, id: string, signal: AbortSignal): Promise<SagaState> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const end = (): void => {
      stop();
      signal.removeEventListener('abort', abort);
    };
    const abort = (): void => {
      end();
      reject(signal.reason);
    };
    const look = (): void => {
      const state = instances.get().get(id);
      if (!state || state.status === 'running' || state.status === 'undoing') return;
      end();
      resolve(state);
    };
    const stop = instances.subscribe(look);
    signal.addEventListener('abort', abort);
    look();
  });
}
