import { createAsyncThunk, createSlice } from '@reduxjs/toolkit';

export interface Product {
  readonly sku: string;
  readonly name: string;
  /** In euro cents. */
  readonly price: number;
}

interface ProductsState {
  items: Product[];
  status: 'loading' | 'loaded' | 'failed';
}

const initialState: ProductsState = { items: [], status: 'loading' };

export const loadProducts = createAsyncThunk('products/load', async () => {
  const response = await fetch('../products.json');
  if (!response.ok) throw new Error(`The products could not be loaded (${response.status}).`);
  return (await response.json()) as Product[];
});

const productsSlice = createSlice({
  name: 'products',
  initialState,
  reducers: {},
  extraReducers: (builder) =>
    builder
      .addCase(loadProducts.fulfilled, (_state, { payload }) => ({ items: payload, status: 'loaded' }))
      .addCase(loadProducts.rejected, (state) => {
        state.status = 'failed';
      }),
});

export const productsReducer = productsSlice.reducer;
