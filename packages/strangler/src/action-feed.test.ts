import { afterEach, describe, expect, it, vi } from 'vitest';
import { createActionFeed } from './action-feed.ts';

afterEach(() => void vi.unstubAllGlobals());

const states = { before: {}, after: {} };

describe('createActionFeed', () => {
  it('tells every listener in the order of the store, also of what a listener did to it', () => {
    const feed = createActionFeed();
    const heard: string[] = [];
    feed.listen(({ type }) => {
      heard.push(`first ${type}`);
      if (type === 'a') feed.tell({ type: 'b' }, states);
    });
    feed.listen(({ type }) => void heard.push(`second ${type}`));
    feed.tell({ type: 'a' }, states);
    feed.tell({ type: 'c' }, states);
    expect(heard).toEqual(['first a', 'first b', 'second a', 'second b', 'first c', 'second c']);
  });

  it('tells whoever begins to listen meanwhile of the next action, and whoever has ended of none', () => {
    const feed = createActionFeed();
    const heard: string[] = [];
    const stop = feed.listen(() => {
      stop();
      end();
      feed.listen(({ type }) => void heard.push(type));
    });
    const end = feed.listen(({ type }) => void heard.push(`ended ${type}`));
    feed.tell({ type: 'a' }, states);
    feed.tell({ type: 'b' }, states);
    expect(heard).toEqual(['b']);
    expect(feed.heard).toBe(true);
  });

  it('reports what a listener throws, and tells the others', () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const feed = createActionFeed();
    const heard: string[] = [];
    feed.listen(() => {
      throw new Error('This listener is broken.');
    });
    feed.listen(({ type }) => void heard.push(type));
    feed.tell({ type: 'a' }, states);
    expect(heard).toEqual(['a']);
    expect(reported).toHaveBeenCalledExactlyOnceWith(new Error('This listener is broken.'));
  });
});
