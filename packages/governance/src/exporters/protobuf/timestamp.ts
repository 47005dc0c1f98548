import { midnightOf } from '../shape/midnight-of.ts';

type Plain = Readonly<Record<string, unknown>>;

const form = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d)(:\d\d)?(?:\.(\d{1,9})\d*)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A date and time as a `google.protobuf.Timestamp`. Without an offset it is taken for UTC.
 *
 * @throws TypeError where the text is none.
 */
export function toTimestamp(text: string): Plain {
  const [, day = '', minutes, seconds = ':00', fraction = '', offset = 'Z'] = form.exec(text) ?? [];
  const time = midnightOf(day) === undefined ? Number.NaN : Date.parse(`${day}${minutes}${seconds}${offset}`);
  if (Number.isNaN(time)) throw new TypeError(`“${text}” is no date and time that Protobuf has a Timestamp for.`);
  return { seconds: time / 1000, nanos: Number(fraction.padEnd(9, '0')) };
}

/** The moment in UTC, with as many digits as it needs. */
export function fromTimestamp(timestamp: Plain): string {
  const text = new Date(Number(timestamp['seconds'] ?? 0) * 1000).toISOString().slice(0, -'.000Z'.length);
  const fraction = String(timestamp['nanos'] ?? 0)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${text}${fraction && `.${fraction}`}Z`;
}
