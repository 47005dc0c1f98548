/** What pages can lose hold of, counted by the page itself. */
export interface Held {
  /** Listeners on `window`, the document, and a signal that outlives those who listen to it. */
  readonly listeners: number;
  /** Timers that are still to come. */
  readonly timers: number;
  /** Ports that were opened and not closed. */
  readonly ports: number;
}

/** Begins to count. Answers what reads the counts. */
export function countHeld(lasting: readonly EventTarget[]): () => Held {
  const listeners = countListeners([window, document, ...lasting]);
  const timers = countTimers();
  const ports = countPorts();
  return () => ({ listeners: listeners(), timers: timers(), ports: ports() });
}

function countListeners(targets: readonly EventTarget[]): () => number {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listening = new Map(targets.map((target) => [target, new Map<string, Set<unknown>>()]));
  const named = (target: EventTarget, type: string, options: unknown): Set<unknown> | undefined => {
    const byName = listening.get(target);
    const isCapture = options === true || (typeof options === 'object' && Boolean(options && Reflect.get(options, 'capture')));
    const name = `${type} ${isCapture}`;
    if (byName && !byName.has(name)) byName.set(name, new Set());
    return byName?.get(name);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const names = named(this, type, options);
    names?.add(listener);
    const { signal } = (typeof options === 'object' && options) || {};
    if (signal && names) addEventListener.call(signal, 'abort', () => names.delete(listener));
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    named(this, type, options)?.delete(listener);
    removeEventListener.call(this, type, listener, options);
  };
  return () => [...listening.values()].flatMap((byName) => [...byName.values()]).reduce((sum, { size }) => sum + size, 0);
}

function countTimers(): () => number {
  const pending = new Set<number>();
  const { setTimeout, clearTimeout } = window;
  const set = (callback: () => void, delay?: number): number => {
    const id = setTimeout(() => {
      pending.delete(id);
      callback();
    }, delay);
    pending.add(id);
    return id;
  };
  const clear = (id?: number): void => {
    pending.delete(id!);
    clearTimeout(id);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  return () => pending.size;
}

function countPorts(): () => number {
  const { MessageChannel } = globalThis;
  const { close } = MessagePort.prototype;
  const open = new Set<MessagePort>();
  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      open.add(this.port1);
    }
  };
  MessagePort.prototype.close = function () {
    open.delete(this);
    close.call(this);
  };
  return () => open.size;
}
