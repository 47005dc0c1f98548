import type { AnyEventContract } from '@busbar/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { DescribedContract } from '../contracts/described-contract.ts';
import type { CastCheck } from './cast-check.ts';
import { collectPayloads, type Payload } from './collect-payloads.ts';
import { compileValidator, type Issue, type Validator } from './compile-validator.ts';
import { differingPlaces } from './differing-places.ts';
import { frozenCopy } from './frozen-copy.ts';
import { gatherProblems, type Trouble } from './gather-problems.ts';
import { castsBetween, isThenable, type Step, walkCasts } from './walk-casts.ts';

/** A version of before, as the lock file has it. */
export type EarlierVersion = Pick<DescribedContract, 'version' | 'input' | 'output'> &
  Partial<Pick<DescribedContract, 'examples' | 'rules' | 'unseen'>>;

/** Which casts to run, and how often. */
export interface CheckCastsOptions {
  /** The contract with the casts: the newer one. */
  readonly contract: AnyEventContract;
  readonly described: DescribedContract;
  readonly against: EarlierVersion;
  /** `up`: payloads of the earlier version for receivers that have the contract. `down`: the other way. */
  readonly direction: 'up' | 'down';
  /** The same seed gives the same payloads. Default 1. */
  readonly seed?: number;
  /** How many payloads to generate beside the examples. Default 100. */
  readonly payloads?: number;
}

/**
 * Runs the casts between an earlier version and a contract, on examples and generated payloads, as the bus walks them. What
 * comes out has to satisfy the contract's own schema (up), or the earlier version's input schema (down).
 *
 * Runs the contract's code: its casts and its schema. Deterministic if they are.
 *
 * @example
 * checkCasts({ contract: cart.itemAdded, described, against: locked, direction: 'up' }).problems; // []
 */
export function checkCasts(options: CheckCastsOptions): CastCheck {
  const { contract, against, direction, seed = 1, payloads: count = 100 } = options;
  const steps = castsBetween(contract, direction, against.version, contract.version);
  const back = castsBetween(contract, direction === 'up' ? 'down' : 'up', against.version, contract.version);
  const payloads = collectPayloads({ ...options, seed, count });
  const judge = direction === 'up' ? judgeBySchema(options) : judgeByJson(compileValidator(against.input, 'anything'));
  const troubles: Trouble[] = [];
  const lost = new Set<string>();
  for (const payload of payloads) {
    const walked = walkCasts(steps, payload.value);
    const trouble = 'failure' in walked ? { ...walked.failure, issues: [] } : judge(walked.value, payload);
    if (trouble) troubles.push({ payload, severity: 'error', ...trouble });
    else if ('value' in walked) for (const place of lostOnTheWayBack(back, payload, walked.value)) lost.add(place);
  }
  const [from, to] = direction === 'up' ? [against.version, contract.version] : [contract.version, against.version];
  const walked = steps.map(({ version }) => version);
  return {
    direction,
    from,
    to,
    steps: walked,
    tried: payloads.length,
    examples: payloads.filter(({ isExample }) => isExample).length,
    seed,
    problems: gatherProblems(troubles, {
      type: contract.type,
      direction,
      from,
      to,
      steps: walked,
      tried: payloads.length,
      against,
    }),
    lost: [...lost].sort(),
  };
}

type Judge = (
  value: unknown,
  payload: Payload,
) => (Omit<Trouble, 'payload' | 'severity'> & Partial<Pick<Trouble, 'severity'>>) | undefined;

/** What a receiver with the contract would say. What only its code refuses may be a payload that never was. */
function judgeBySchema({ contract, described, against }: CheckCastsOptions): Judge {
  const isGuarded = Boolean(against.rules?.length || against.unseen?.length);
  return (value, { isExample }) => {
    const issues = issuesOf(contract.schema, frozenCopy(value));
    if (issues.length === 0) return undefined;
    const isUncertain = isGuarded && !isExample && compileValidator(described.input, 'anything')(value).length === 0;
    return {
      code: 'cast-unsatisfying',
      message: 'does not satisfy the schema',
      issues,
      severity: isUncertain ? 'warning' : 'error',
    };
  };
}

function judgeByJson(validate: Validator): Judge {
  return (value) => {
    const issues = validate(value);
    return issues.length > 0 ? { code: 'cast-unsatisfying', message: 'does not satisfy the schema', issues } : undefined;
  };
}

function issuesOf(schema: StandardSchemaV1, value: unknown): Issue[] {
  try {
    const result = schema['~standard'].validate(value);
    if (isThenable(result)) return [{ path: '', message: 'the schema answers a promise, and the bus does not wait' }];
    return (result.issues ?? []).map(({ path = [], message }) => ({
      path: path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
      message,
    }));
  } catch (error) {
    return [{ path: '', message: `the schema threw ${error}` }];
  }
}

function lostOnTheWayBack(back: readonly Step[], { value }: Payload, there: unknown): string[] {
  if (back.length === 0) return [];
  const walked = walkCasts(back, there);
  return 'value' in walked ? differingPlaces(value, walked.value) : [];
}
