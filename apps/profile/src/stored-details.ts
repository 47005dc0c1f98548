import type { Details } from 'contracts';
import { detailsFields } from './details-fields.ts';

const key = 'profile:details';

/** Reads the details that this browser keeps; undefined where it keeps none that can be read. */
export function readDetails(): Details | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDetails(stored) ? stored : undefined;
  } catch {
    return undefined; // storage is switched off, or somebody else wrote there
  }
}

/** Keeps the details in this browser. Answers whether it could: storage may be full or switched off. */
export function storeDetails(details: Details): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(details));
    return true;
  } catch {
    return false;
  }
}

function isDetails(stored: unknown): stored is Details {
  const given = Object(stored) as Record<string, unknown>;
  return detailsFields.every(({ name }) => typeof given[name] === 'string');
}
