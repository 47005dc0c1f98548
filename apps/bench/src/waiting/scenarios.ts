import type { Plan } from './plan.ts';

/** What happens in a run. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly title: string;
  /** Turns a plan in which all is well into that of the scenario. */
  readonly change: (plan: Plan) => Plan;
}

export type ScenarioName = 'well' | 'slow' | 'refused' | 'crowd';

const withSlowInventory = (plan: Plan): Plan => ({ ...plan, delays: { ...plan.delays, inventory: 2_000 } });

export const scenarios: readonly Scenario[] = [
  { name: 'well', title: 'All is well', change: (plan) => plan },
  { name: 'slow', title: 'Inventory takes 2 s', change: withSlowInventory },
  { name: 'refused', title: 'Inventory says no', change: (plan) => ({ ...plan, refusing: 'inventory' }) },
  {
    name: 'crowd',
    title: 'Ten customers, and inventory takes 2 s',
    change: (plan) => ({ ...withSlowInventory(plan), customers: 10 }),
  },
];
