/** What can be in a chain, one at a time: it knows its neighbours, so nothing is made for it there. */
export interface Link {
  older?: Link | undefined;
  newer?: Link | undefined;
}

/** First in, first out; and anything in between is taken out at once, however many there are. Its two ends meet in it. */
export class Chain<Item extends Link> implements Link {
  older: Link = this;
  newer: Link = this;
  size = 0;

  get oldest(): Item | undefined {
    return this.newer === this ? undefined : (this.newer as Item);
  }

  add(item: Item): void {
    item.older = this.older;
    item.newer = this;
    this.older = item.older.newer = item;
    this.size++;
  }

  /** Nothing happens where it is in no chain. */
  delete(item: Item): void {
    const { older, newer } = item;
    if (!older) return;
    older.newer = newer;
    newer!.older = older;
    item.older = item.newer = undefined;
    this.size--;
  }

  /** Takes the oldest out. */
  shift(): Item | undefined {
    const { oldest } = this;
    if (oldest) this.delete(oldest);
    return oldest;
  }

  /** From the oldest on. */
  *[Symbol.iterator](): Generator<Item> {
    for (let item = this.newer; item !== this; item = item.newer!) yield item as Item;
  }
}
