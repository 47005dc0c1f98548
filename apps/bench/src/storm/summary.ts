import { type Spread, spreadOf } from '../measure/spread.ts';
import type { StormFigures, StormFindings, StormRun } from './findings.ts';
import { type Weather, weathers } from './meetings.ts';
import { type StormContestant, stormContestants } from './storm-contestants.ts';

/** The runs in which a contestant met a storm. */
export function runsOf(findings: StormFindings, { storm, slowedBy }: Weather, contestant: string): readonly StormRun[] {
  return findings.filter((run) => run.storm === storm && run.slowedBy === slowedBy && run.contestant === contestant);
}

/** The storms that were met, on which processor. */
export function weathersIn(findings: StormFindings): readonly Weather[] {
  return weathers.filter(({ storm, slowedBy }) => findings.some((run) => run.storm === storm && run.slowedBy === slowedBy));
}

/** Who met a storm. */
export function contestantsIn(findings: StormFindings, weather: Weather): readonly StormContestant[] {
  return stormContestants.filter(({ name }) => runsOf(findings, weather, name).length > 0);
}

/** One figure of a contestant in a storm. */
export function spreadIn(findings: StormFindings, weather: Weather, contestant: string, figure: keyof StormFigures): Spread {
  return spreadOf(runsOf(findings, weather, contestant).map(({ figures }) => figures[figure]));
}

/** How many times one contestant's figure is another's, formed in each round. */
export function ratioIn(
  findings: StormFindings,
  weather: Weather,
  [own, other]: readonly [string, string],
  figure: keyof StormFigures,
): Spread {
  const others = runsOf(findings, weather, other);
  const ratios = runsOf(findings, weather, own).map(({ round, figures }) => {
    const against = others.find((run) => run.round === round);
    if (!against) throw new Error(`${other} was not there in round ${round}.`);
    return figures[figure] / against.figures[figure];
  });
  return spreadOf(ratios);
}
