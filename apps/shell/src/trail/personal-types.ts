import type { Bus } from '@busbar/core';

/** Makes the function that says whether a type's contract is tagged `pii`, so that its payload is not shown. */
export function personalTypes(bus: Bus): (type: string) => boolean {
  const known = new Map<string, boolean>();
  return (type) => {
    const answer = known.get(type) ?? isTagged(bus, type);
    known.set(type, answer);
    return answer;
  };
}

function isTagged(bus: Bus, type: string): boolean {
  return bus.contracts().some((contract) => contract.type === type && contract.tags?.includes('pii'));
}
