// Type tests: `tsc` checks them.
import { expectTypeOf, it } from 'vitest';
import type * as Global from './global.ts';
import type * as Core from './index.ts';

type ValuesOf<Module> = { readonly [Name in keyof Module]: Module[Name] };

it('exports every value of the core under its own type, and no other', () => {
  expectTypeOf<ValuesOf<typeof Global>>().toEqualTypeOf<ValuesOf<typeof Core>>();
});

it('exports the types of the core, and that of the class whose name is a value, too', () => {
  expectTypeOf<Global.Bus>().toEqualTypeOf<Core.Bus>();
  expectTypeOf<Global.BusErrorCode>().toEqualTypeOf<Core.BusErrorCode>();
  expectTypeOf<Global.BusError>().toEqualTypeOf<Core.BusError>();
  expectTypeOf<Global.BusError<'forbidden'>['details']>().toEqualTypeOf<Core.BusError<'forbidden'>['details']>();
});
