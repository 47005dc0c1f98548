import type { AnyEventContract, InputOf } from '@busbar/core';
import { type DescribeOptions, describeContract } from '@busbar/governance/contracts';
import type { Arbitrary } from 'fast-check';
import { anyValueOf } from './any-value.ts';
import { only } from './only.ts';

/**
 * Payloads that may be emitted, for property tests with fast-check: made from what the contract's schema says of itself as
 * JSON Schema, and checked by the schema itself, so that its own rules hold, too. They shrink as fast-check's values do.
 * Fields that the schema does not name are not made up.
 *
 * @throws UnreadableContractError where the schema cannot say JSON Schema: pass a converter, as for `describeContract`.
 * Error where no plain data satisfies it; and while values are made, where its own rules refuse nearly all of them.
 * @example
 * fc.assert(fc.property(arbitraryOf(cart.itemAdded), (line) => total([line]) >= 0));
 */
export function arbitraryOf<Contract extends AnyEventContract>(
  contract: Contract,
  options: DescribeOptions = {},
): Arbitrary<InputOf<Contract>> {
  const { input } = describeContract(contract, options);
  const { type, schema } = contract;
  const isAccepted = (payload: unknown): boolean => {
    const result = schema['~standard'].validate(payload) as { readonly issues?: unknown };
    return !result.issues;
  };
  return only(anyValueOf(input), isAccepted, `The contract "${type}"`) as Arbitrary<InputOf<Contract>>;
}
