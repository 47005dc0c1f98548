import { hasInjectionContext, type InjectionKey, inject } from 'vue';

/** What the nearest component above, else the app, provided; nothing where nobody could have. */
export const injected = <Value>(key: InjectionKey<Value> | symbol): Value | null | false =>
  hasInjectionContext() && inject(key, null);
