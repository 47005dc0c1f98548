import type { DescribedContract } from '../../contracts/described-contract.ts';
import { byText } from '../exported-contract.ts';
import { lowerContract } from './lower-shape.ts';
import { enumKey, type ProtoModel } from './proto-model.ts';

/** Field numbers by what they stand for: `#sku:string`, `/lines/*#price:int`, `/status#=open` for a value of an enum. */
export type FieldNumbers = Readonly<Record<string, number>>;

const highest = 2 ** 29 - 1;
const ofProtobuf = { from: 19_000, to: 19_999 };

/**
 * Gives every field of a contract's messages a number for good. What has one keeps it, what is gone keeps it too, and what is new gets
 * one above all that were ever used in its message, so that no number ever means two things. A field whose type changes is another field.
 * The order in which a schema names its fields does not matter.
 *
 * @param previous The numbers of all versions so far.
 * @throws RangeError where a message has used up all 536,870,911 numbers.
 * @example
 * assignFieldNumbers({ '#sku:string': 1 }, described); // { '#sku:string': 1, '#quantity:int': 2 }
 */
export function assignFieldNumbers(previous: FieldNumbers | undefined, contract: DescribedContract): Record<string, number> {
  const numbers: Record<string, number> = Object.fromEntries(Object.entries(previous ?? {}));
  const last = lastNumbers(numbers);
  for (const key of keysOf(lowerContract(contract).model).sort(byText)) {
    if (Object.hasOwn(numbers, key)) continue;
    const number = following(last.get(messageOfKey(key)) ?? 0);
    last.set(messageOfKey(key), number);
    numbers[key] = number;
  }
  return numbers;
}

/** The place of the message or enum that a key belongs to. */
export function messageOfKey(key: string): string {
  return key.slice(0, key.indexOf('#'));
}

/** Everything in a model that has a number. */
export function keysOf({ messages, enums }: ProtoModel): string[] {
  const fields = messages.flatMap(({ place, fields }) => fields.map(({ key }) => `${place}#${key}`));
  const values = enums.flatMap(({ place, values }) => [...values.keys()].map((text) => `${place}#${enumKey(text)}`));
  return [...new Set([...fields, ...values])];
}

function lastNumbers(numbers: FieldNumbers): Map<string, number> {
  const last = new Map<string, number>();
  for (const [key, number] of Object.entries(numbers)) {
    const message = messageOfKey(key);
    last.set(message, Math.max(number, last.get(message) ?? 0));
  }
  return last;
}

/** Protobuf keeps some numbers for itself. */
function following(number: number): number {
  const next = number + 1 >= ofProtobuf.from && number + 1 <= ofProtobuf.to ? ofProtobuf.to + 1 : number + 1;
  if (next > highest) throw new RangeError('A Protobuf message has no field numbers left.');
  return next;
}
