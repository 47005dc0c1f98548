import {
  type AnyEventContract,
  type Bus,
  type BusEvent,
  createBus,
  defineEvents,
  type Readable,
  type SubscribeOptions,
} from '@busbar/core';
import {
  configureStore,
  createAsyncThunk,
  createEntityAdapter,
  createSlice,
  type PayloadAction,
  prepareAutoBatched,
} from '@reduxjs/toolkit';
import * as z from 'zod';
import { reduxStore } from './redux-store.ts';
import { withActions } from './with-actions.ts';

export interface Line {
  readonly sku: string;
  readonly quantity: number;
}

const lines = createEntityAdapter({ selectId: (line: Line) => line.sku });

export const saveCart = createAsyncThunk('cart/save', async (code: string) => ({ code }));

const slice = createSlice({
  name: 'cart',
  initialState: lines.getInitialState({ coupon: undefined as string | undefined }),
  reducers: {
    addLine: lines.upsertOne,
    removeLine: lines.removeOne,
    setQuantity: (state, { payload }: PayloadAction<Line>) =>
      lines.updateOne(state, { id: payload.sku, changes: { quantity: payload.quantity } }),
    addQuietly: {
      reducer: lines.upsertOne<ReturnType<typeof lines.getInitialState> & { coupon: string | undefined }>,
      prepare: prepareAutoBatched<Line>(),
    },
    explode: () => {
      throw new Error('This reducer is broken.');
    },
  },
  extraReducers: (builder) => {
    builder.addCase(saveCart.fulfilled, (state, { payload }) => ({ ...state, coupon: payload.code }));
  },
});

export const { addLine, removeLine, setQuantity, addQuietly, explode } = slice.actions;
export const cartReducer = slice.reducer;

const line = z.object({ sku: z.string(), quantity: z.number().int() });

export const cart = defineEvents('cart', {
  lineAdded: { version: 1, schema: line },
  lineRemoved: { version: 1, schema: z.string() },
  quantityChanged: { version: 1, schema: line },
  couponTaken: { version: 1, schema: z.object({ code: z.string() }) },
});

/** A real Redux Toolkit store with a cart, as `@busbar/strangler` sees it, and a bus of its own. */
export function createCartShop() {
  const store = configureStore({
    reducer: { cart: cartReducer },
    enhancers: (defaults) => defaults().concat(withActions),
  });
  return { store, port: reduxStore(store), bus: createBus({ source: 'cart', onError: () => {} }) };
}
export type CartState = ReturnType<ReturnType<typeof createCartShop>['store']['getState']>;

export const besideMap = {
  [addLine.type]: cart.lineAdded,
  [addQuietly.type]: cart.lineAdded,
  [removeLine.type]: cart.lineRemoved,
  [setQuantity.type]: cart.quantityChanged,
} satisfies Record<string, AnyEventContract>;

/** The lines by their numbers, as the events tell them. */
export type LinesBySku = Readonly<Record<string, Line>>;

/** What the first consumer makes of the events: the lines of the cart, folded by hand, after `before` where that takes time. */
export function foldLines(
  bus: Bus,
  fold: (lines: LinesBySku, type: string, data: never) => LinesBySku = foldLine,
  { before, ...options }: SubscribeOptions & { before?(): Promise<unknown> } = {},
): Readable<LinesBySku> {
  let current: LinesBySku = {};
  const observers = new Set<(lines: LinesBySku) => void>();
  const put = ({ type, data }: BusEvent): void => {
    current = fold(current, type, data as never);
    for (const observer of observers) observer(current);
  };
  const contracts: AnyEventContract[] = [cart.lineAdded, cart.lineRemoved, cart.quantityChanged];
  bus.on(contracts, (event) => (before ? before().then(() => put(event)) : put(event)), options);
  return {
    get: () => current,
    subscribe(given) {
      const observer = (lines: LinesBySku): void => void (typeof given === 'function' ? given(lines) : given.next?.(lines));
      observers.add(observer);
      const stop = (): void => void observers.delete(observer);
      return Object.assign(stop, { unsubscribe: stop, [Symbol.dispose]: stop });
    },
  };
}

export function foldLine(lines: LinesBySku, type: string, data: never): LinesBySku {
  if (type === 'cart:lineAdded') return { ...lines, [(data as Line).sku]: data };
  if (type === 'cart:lineRemoved') return Object.fromEntries(Object.entries(lines).filter(([sku]) => sku !== data));
  const { sku, quantity } = data as Line;
  return lines[sku] ? { ...lines, [sku]: { ...lines[sku], quantity } } : lines;
}
