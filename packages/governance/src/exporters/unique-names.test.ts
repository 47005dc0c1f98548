import { describe, expect, it } from 'vitest';
import { asFileName, stemsOf } from './file-names.ts';
import { UniqueNames } from './unique-names.ts';

describe('names of what is exported', () => {
  it('are told apart by a number, the same way each time', () => {
    const names = new UniqueNames(['map']);
    expect(['item', 'item', 'item_2', 'map'].map((name) => names.take(name))).toEqual(['item', 'item_2', 'item_2_2', 'map_2']);
  });

  it('of files are told apart where a file system does not tell cases apart', () => {
    expect([...stemsOf(['cart:itemAdded', 'cart:itemadded']).values()]).toEqual(['cart.itemAdded', 'cart.itemadded_2']);
  });

  it('of files never lead out of their folder, and are no devices', () => {
    const hostile = ['../../etc/passwd', 'con', '..', '', 'a\\b\u0000c', '-rf', 'x'.repeat(300)];
    expect(hostile.map(asFileName)).toEqual(['etc-passwd', 'event-con', 'event-', 'event-', 'a-b-c', 'rf', 'x'.repeat(80)]);
  });
});
