import { type Spread, spreadOf } from '../measure/spread.ts';
import type { PageSize } from './page/page-size.ts';
import type { Visit } from './study.ts';
import type { VariantName } from './variants.ts';
import type { ActionKind } from './visit.ts';
import type { MeasuredAction } from './visit-page.ts';

/** Which visits are meant. */
export interface Selection {
  readonly variant: VariantName;
  readonly size: PageSize;
  /** Default: 1. */
  readonly slowedBy?: number;
}

function select(visits: readonly Visit[], { variant, size, slowedBy = 1 }: Selection): readonly Visit[] {
  return visits.filter((visit) => visit.variant === variant && visit.size === size && visit.slowedBy === slowedBy);
}

/** How many components rendered in an action. */
export function rendersIn({ renders }: Pick<MeasuredAction, 'renders'>): number {
  return Object.values(renders).reduce((sum, count) => sum + count, 0);
}

/** How many components rendered in a whole visit. */
export function rendersOfVisit(visits: readonly Visit[], selection: Selection): Spread {
  return spreadOf(select(visits, selection).map(({ actions }) => sum(actions.map(rendersIn))));
}

/** How many components rendered in an action of a kind. */
export function rendersOfKind(visits: readonly Visit[], selection: Selection, kind: ActionKind): Spread {
  return spreadOf(actionsOf(visits, selection, kind).map(rendersIn));
}

/** How long scripts ran in all actions of a visit, in milliseconds; without the first ones where `after` says how many. */
export function scriptOfVisit(visits: readonly Visit[], selection: Selection, after = 0): Spread {
  return spreadOf(select(visits, selection).map(({ actions }) => sum(actions.slice(after).map(({ script }) => script))));
}

/** How long scripts ran in an action of a kind, in milliseconds. */
export function scriptOfKind(visits: readonly Visit[], selection: Selection, kind: ActionKind): Spread {
  return spreadOf(actionsOf(visits, selection, kind).map(({ script }) => script));
}

/** How long it took from an input to the paint that shows what came of it, in milliseconds; of all kinds, or of one. */
export function paintOf(visits: readonly Visit[], selection: Selection, kind?: ActionKind): Spread {
  return spreadOf(actionsOf(visits, selection, kind).map(({ paint }) => paint));
}

function actionsOf(visits: readonly Visit[], selection: Selection, kind?: ActionKind): MeasuredAction[] {
  return select(visits, selection).flatMap(({ actions }) =>
    actions.filter((action) => kind === undefined || action.kind === kind),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
