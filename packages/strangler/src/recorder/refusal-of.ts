/** Why an event cannot carry a payload. */
export interface Refusal {
  /** The code of Busbar's error, or `no-json` for what no JSON Schema can say: numbers that are none, and bigints. */
  readonly reason: string;
  /** Where, such as `lines.0.date`; empty for the payload itself. */
  readonly path: string;
}

const deepest = 64;
const most = 10_000;

/** Finds the first thing in a payload that an event cannot carry, by the bounds that hubs have unless they are told others. */
export function refusalOf(payload: unknown): Refusal | undefined {
  let seen = 0;
  const path: string[] = [];
  const ancestors: object[] = [];

  function reasonIn(value: unknown): string | undefined {
    if (++seen > most) return 'payload-too-many-nodes';
    if (typeof value === 'function') return 'payload-function';
    if (typeof value === 'symbol') return 'payload-symbol';
    if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))) return 'no-json';
    return typeof value === 'object' && value !== null ? reasonInObject(value) : undefined;
  }

  function reasonInObject(value: object): string | undefined {
    if (ancestors.includes(value)) return 'payload-cycle';
    if (ancestors.length >= deepest) return 'payload-too-deep';
    if (!Array.isArray(value) && !isPlain(value)) return 'nodeType' in value ? 'payload-dom-node' : 'payload-class-instance';
    ancestors.push(value);
    for (const [name, inner] of Object.entries(value)) {
      path.push(name);
      const reason = name === '__proto__' || name === 'constructor' ? 'payload-forbidden-key' : reasonIn(inner);
      if (reason) return reason;
      path.pop();
    }
    ancestors.pop();
    return undefined;
  }

  try {
    const reason = reasonIn(payload);
    return reason ? { reason, path: path.join('.') } : undefined;
  } catch {
    return { reason: 'payload-unreadable', path: path.join('.') };
  }
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return !prototype || !Object.getPrototypeOf(prototype);
}
