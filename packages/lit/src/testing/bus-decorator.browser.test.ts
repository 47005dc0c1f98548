import { createTestBus } from '@busbar/testing';
import { html, LitElement, render } from 'lit';
import { expect, onTestFinished, test } from 'vitest';
import { cart } from '../cart-contracts.test.fixture.ts';
import { EventStateController, emitter } from '../index.ts';
import { busDecorator } from '../testing.ts';

class StoryBadge extends LitElement {
  #count = new EventStateController(this, cart.changed, { select: (state) => state?.count ?? 0 });
  #add = emitter(this, cart.changed);
  override render() {
    return html`<button @click=${() => this.#add({ count: this.#count.value + 1, total: 0 })}>${this.#count.value}</button>`;
  }
}

customElements.define('story-badge', StoryBadge);
const story = () => html`<story-badge></story-badge>`;

/** Shows a story as Storybook does. */
function show(
  decorate: ReturnType<typeof busDecorator>,
  canvasElement: HTMLElement = document.createElement('div'),
): HTMLElement {
  document.body.append(canvasElement);
  onTestFinished(() => canvasElement.remove());
  render(decorate(story, { canvasElement }), canvasElement);
  return canvasElement;
}

const button = (canvas: HTMLElement) => canvas.querySelector('story-badge')?.shadowRoot?.querySelector('button');

test('a story finds what `prepare` emitted', async () => {
  const canvas = show(busDecorator({ prepare: (bus) => bus.emit(cart.changed, { count: 2, total: 20 }) }));
  await expect.poll(() => button(canvas)?.textContent).toBe('2');
});

test('stories on one page do not hear each other', async () => {
  const decorate = busDecorator();
  const [one, other] = [show(decorate), show(decorate)];
  await expect.poll(() => button(one)?.textContent).toBe('0');
  button(one)!.click();
  await expect.poll(() => button(one)?.textContent).toBe('1');
  expect(button(other)?.textContent).toBe('0');
});

test('`onEvent` is told of every event of a given bus until the canvas shows another story', async () => {
  const told: string[] = [];
  const bus = createTestBus();
  const canvas = show(busDecorator({ bus, onEvent: ({ type }) => told.push(type) }));
  await expect.poll(() => button(canvas)?.textContent).toBe('0');
  button(canvas)!.click();
  await bus.flush();
  expect(told).toEqual(['cart:changed']);
  expect(bus.emitted(cart.changed).map(({ data }) => data.count)).toEqual([1]);
  show(busDecorator(), canvas);
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
  bus.dispose();
});
