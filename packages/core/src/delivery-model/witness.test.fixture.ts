import type { Bus } from '../bus.ts';
import { isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import type { DeadLetter } from '../hub/dead-letters.ts';
import type { SubscriptionMetrics } from '../hub/metrics.ts';
import {
  describeCall,
  describeHub,
  describeLetter,
  describeSubscription,
  type Shown,
  type Sight,
} from './describe.test.fixture.ts';
import type { Payload } from './page-contracts.test.fixture.ts';
import { epoch } from './virtual-clock.test.fixture.ts';

/** Writes down what is seen of the bus, in the words of the model: numbers instead of ids. */
export class Witness {
  readonly #bus: Bus;
  readonly #tellsAge: boolean;
  /** By the id of the event. */
  readonly #numbers = new Map<string, number>();
  readonly #letterIds: string[] = [];
  #lines: string[] = [];
  #told: string[] = [];

  constructor(bus: Bus, tellsAge: boolean) {
    this.#bus = bus;
    this.#tellsAge = tellsAge;
    bus.deadLetters.subscribe(({ id }) => this.#letterIds.push(id));
  }

  saw(line: string): void {
    this.#lines.push(line);
  }

  sawCall(subscription: number, event: BusEvent, attempt: number): void {
    this.saw(describeCall(subscription, this.recognize(event), attempt));
  }

  wasTold(error: unknown): void {
    this.#told.push(codeOf(error));
  }

  /** The id of the letter of that number; numbers past the last begin again. */
  letterId(number: number): string {
    return this.#letterIds[number % this.#letterIds.length] ?? 'none';
  }

  /** What has happened since the last time, and how things stand. */
  look(): Sight {
    const [lines, told] = [this.#lines, this.#told];
    [this.#lines, this.#told] = [[], []];
    const metrics = this.#bus.metrics();
    return {
      lines,
      told: told.sort(),
      letters: this.#bus.deadLetters.list().map((letter) => this.#describe(letter)),
      figures: [describeHub(metrics), ...metrics.subscriptions.map((one) => this.#describeFigures(one))],
    };
  }

  /** An event is told by its id, which has to be the same wherever it turns up. */
  recognize({ id, data, type, dataversion, sequence, hops, causationid, replayed, redriveof }: BusEvent): Shown {
    const { number } = data as Payload;
    if ((this.#numbers.get(id) ?? number) !== number)
      throw new Error(`Events ${this.#numbers.get(id)} and ${number} are both ${id}.`);
    this.#numbers.set(id, number);
    return {
      number,
      type,
      version: dataversion,
      sequence,
      hops,
      cause: causationid === undefined ? undefined : this.#numbers.get(causationid),
      isReplayed: replayed,
      letter: redriveof === undefined ? undefined : 1 + this.#letterIds.indexOf(redriveof),
    };
  }

  #describeFigures({ id, age, ...figures }: SubscriptionMetrics): string {
    return describeSubscription(id - 1, { ...figures, age: this.#tellsAge ? age : undefined });
  }

  #describe({ id, event, subscriber, ...letter }: DeadLetter): string {
    const number = 1 + this.#letterIds.indexOf(id);
    const times = { firstTime: letter.firstTime - epoch, lastTime: letter.lastTime - epoch };
    return describeLetter({ ...letter, ...times, number }, this.recognize(event), subscriber && subscriber.id - 1);
  }
}

/** The code of an error of the bus, the name of any other. */
export function codeOf(error: unknown): string {
  return isBusError(error) ? error.code : (error as Error).name;
}
