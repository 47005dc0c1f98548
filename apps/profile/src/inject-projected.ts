import { DestroyRef, inject } from '@angular/core';
import { injectBus } from '@busbar/angular';
import { type Projected, type Projection, project } from '@busbar/patterns';

/** Brings a projection to life for as long as its owner lives. */
export function injectProjected<State>(projection: Projection<State>): Projected<State> {
  const projected = project(injectBus(), projection);
  inject(DestroyRef).onDestroy(() => projected.stop());
  return projected;
}
