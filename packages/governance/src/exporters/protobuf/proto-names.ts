import { UniqueNames } from '../unique-names.ts';
import { lastSegment, pascalCase, snakeCase } from '../words.ts';

/** How an event is called in Protobuf. */
export interface ProtoName {
  /** `cart` for `cart:itemAdded`; each segment but the last is a part. */
  readonly package: string;
  /** `ItemAdded`. */
  readonly message: string;
}

/** Names for all events, the same for all versions of one; made unique in the order of their types. */
export function protoNames(types: Iterable<string>): Map<string, ProtoName> {
  const names = new UniqueNames();
  return new Map(
    [...new Set(types)].map((type) => {
      const packageName = type.split(':').slice(0, -1).map(snakeCase).join('.') || 'events';
      const message = names.take(`${packageName}.${pascalCase(lastSegment(type))}`);
      return [type, { package: packageName, message: message.slice(packageName.length + 1) }];
    }),
  );
}
