import type { Bus } from '@busbar/core';
import { cart, shell } from 'contracts';
import { element } from '../dom/element.ts';
import { loadOlderCore } from './load-older-core.ts';

const source = 'older-copy';
const patience = 3_000;

/** A button that starts a second, older copy of the core, has both greet each other, and from then on says what the copy hears. */
export function olderCore(bus: Bus, say: (text: string) => void): HTMLElement {
  const heard = element('p', { class: 'muted' }, 'Loads another build of the core into this page.');
  const button = element('button', { type: 'button', class: 'button button-small', onclick: start }, 'Start an older core');

  async function start(): Promise<void> {
    button.disabled = true;
    try {
      const older = (await loadOlderCore()).createBus({ source, contracts: [cart, shell] });
      say(await greetEachOther(bus, older));
      button.textContent = 'Running';
      countWhatItHears(older, (count) => {
        heard.textContent =
          count === 1 ? 'The older copy has heard 1 cart event.' : `The older copy has heard ${count} cart events.`;
      });
    } catch (error) {
      button.disabled = false;
      say(`The older core did not start. ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  const words = element('div', {}, element('p', { class: 'switch-label' }, 'Second copy'), heard);
  return element('div', { class: 'switch-row' }, words, button);
}

async function greetEachOther(bus: Bus, older: Bus): Promise<string> {
  const heardByOlder = older.once(shell.greeted, { where: (event) => event.source === bus.source, timeout: patience });
  const heardByShell = bus.once(shell.greeted, { where: (event) => event.source === source, timeout: patience });
  bus.emit(shell.greeted, { words: 'Good morning' });
  older.emit(shell.greeted, { words: 'And to you' });
  const [first, second] = await Promise.all([heardByOlder, heardByShell]);
  const versions = bus.metrics().copies.map((copy) => copy.version);
  return `Cores of the versions ${[...new Set(versions)].join(' and ')} share one hub. The older one heard “${first.data.words}”, the shell heard “${second.data.words}”.`;
}

function countWhatItHears(older: Bus, counted: (count: number) => void): void {
  let count = 0;
  older.on('cart:*', () => counted(++count), { replay: false });
}
