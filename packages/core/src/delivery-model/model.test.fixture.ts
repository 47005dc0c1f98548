import { createWorld } from './create-world.test.fixture.ts';
import { describeHub, describeLetter, describeSubscription, type Figures, type Sight } from './describe.test.fixture.ts';
import { attempt, timeOut } from './model-handle.test.fixture.ts';
import { adopt, emit } from './model-publish.test.fixture.ts';
import { discard, redrive } from './model-redrive.test.fixture.ts';
import { dispose, end, mount, subscribe } from './model-subscriptions.test.fixture.ts';
import { takeLane, takeTurns } from './model-turns.test.fixture.ts';
import { type Action, type Program, type Step, tellsAge } from './program.test.fixture.ts';
import type { Rule } from './rules.test.fixture.ts';
import { type Due, raceFor, type Subscription, type World } from './world.test.fixture.ts';

/** What should be seen after each step of a program, as far as anybody promises anything, and how often each rule was at work. */
export function runModel(program: Program): { readonly sights: Sight[]; readonly tally: ReadonlyMap<Rule, number> } {
  const world = createWorld(program, act);
  const sights: Sight[] = [];
  for (const step of program.steps) {
    take(world, step);
    if (world.isUnspecified) break;
    assertLaw(world);
    sights.push(look(world));
  }
  return { sights, tally: world.tally };
}

function take(world: World, step: Step): void {
  if (step.do === 'mount') mount(world, step.as);
  else if (step.do === 'set clock') world.clockIsOff += step.by;
  else if (step.do === 'pass') pass(world, step.ms);
  else if (step.do === 'all at once') for (const action of step.actions) act(world, action);
  else act(world, step);
  takeTurns(world);
}

/** What is done by steps and by handlers. */
function act(world: World, action: Action): void {
  raceFor(world, 'an action');
  if (action.do === 'end') {
    const { subscriptions } = world;
    if (subscriptions.length > 0) end(world, subscriptions[action.subscription % subscriptions.length]!);
    return;
  }
  const result = resultOf(world, action);
  world.lines.push(`${action.do} as ${action.as}: ${result}`);
}

function resultOf(world: World, action: Exclude<Action, { do: 'end' }>): string {
  const { plans, foreign } = world.program;
  if (action.do === 'emit') return emit(world, action);
  if (action.do === 'adopt') return adopt(world, action.as, action.event % foreign.length);
  if (action.do === 'subscribe') return subscribe(world, action.as, plans[action.plan % plans.length]!);
  if (!world.mounted.has(action.as)) return 'nobody';
  if (action.do === 'redrive') return redrive(world, action.as, action.letter, action.edit);
  if (action.do === 'discard') return discard(world, action.as, action.letter);
  dispose(world, action.as);
  return 'done';
}

/** What is due happens, one thing after the other, each with all that follows from it at once. */
function pass(world: World, ms: number): void {
  const until = world.now + ms;
  for (let next = nextDue(world, until); next; next = nextDue(world, until)) {
    world.due.splice(world.due.indexOf(next), 1);
    world.now = next.at;
    happen(world, next);
    takeTurns(world);
  }
  world.now = until;
}

function nextDue({ due }: World, until: number): Due | undefined {
  return due
    .filter(({ at }) => at <= until)
    .sort((one, other) => one.at - other.at || one.rank - other.rank || one.order - other.order)[0];
}

function happen(world: World, due: Due): void {
  if (due.what === 'turns of a lane') takeLane(world, due.lane);
  else if (due.what === 'time is out') timeOut(world, due.call);
  else if (due.what === 'next try') {
    if (!due.work.isOver) attempt(world, due.work);
  } else if (!due.call.hasGivenIn) {
    if (due.call.answer.actLate) act(world, due.call.answer.actLate);
    due.call.hasAnswered = true;
    world.settled.push(due.call);
  }
}

function look(world: World): Sight {
  const { lines, told } = world;
  const live = world.subscriptions.filter(({ hasEnded }) => !hasEnded);
  world.lines = [];
  world.told = [];
  return {
    lines,
    told: told.sort(),
    letters: world.letters.map((letter) => describeLetter(letter, letter.event, letter.subscription?.number)),
    figures: [
      describeHub(world.figures),
      ...live.map((subscription) => describeSubscription(subscription.number, figuresOf(world, subscription))),
    ],
  };
}

function figuresOf({ now, program }: World, { figures, waiting, running }: Subscription): Figures {
  const age = tellsAge(program) ? now - Math.min(now, ...waiting.map(({ since }) => since)) : undefined;
  return { ...figures, queueDepth: waiting.length, running: running.length, age };
}

/** Everything that was offered to a subscription is accounted for, at any moment. */
function assertLaw({ subscriptions }: World): void {
  for (const { number, offered, abandoned, waiting, running, figures } of subscriptions) {
    const { delivered, dead, declined } = figures;
    const sum = delivered + dead + declined + waiting.length + running.length + abandoned;
    if (sum !== offered)
      throw new Error(`Subscription ${number} of the model was offered ${offered} events and accounts for ${sum}.`);
  }
}
