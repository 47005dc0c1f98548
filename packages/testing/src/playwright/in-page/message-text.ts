// Told as text, since the browser writes JSON faster than anybody serializes objects. What JSON cannot say becomes a text
// that begins with a character which no other text is left to begin with.
import type { RecorderMessage } from './recorded.ts';

const sign = '\0';
/** The page may put a function of its own in the place of this. */
const { stringify } = JSON;

/** A message as text. */
export function toText(message: RecorderMessage): string {
  return stringify(message, (_key, value) => {
    if (typeof value === 'string') return value.startsWith(sign) ? `${sign}s${value}` : value;
    if (typeof value === 'bigint') return `${sign}b${value}`;
    if (typeof value === 'number' && !Number.isFinite(value)) return `${sign}n${value}`;
    return value === undefined ? `${sign}u` : value;
  });
}

/** The message that a text was made of. */
export function fromText(text: string): RecorderMessage {
  return JSON.parse(text, (_key, value) => {
    if (typeof value !== 'string' || !value.startsWith(sign)) return value;
    const rest = value.slice(2);
    if (value[1] === 'b') return BigInt(rest);
    if (value[1] === 'n') return Number(rest);
    return value[1] === 's' ? rest : undefined;
  });
}
