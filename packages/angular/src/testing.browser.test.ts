import './zoneless-test-bed.test.fixture.ts';
import { Component, type EnvironmentInjector, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { createApplication } from '@angular/platform-browser';
import { createTestBus } from '@busbar/testing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectBus, injectEventState } from './index.ts';
import { busDecorator, injectTestBus, provideBusTesting, TEST_BUS } from './testing.ts';

@Component({ selector: 'busbar-badge', template: '{{ count() }} {{ unit() }}' })
class Badge {
  readonly unit = input('items');
  readonly count = injectEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count });
  readonly source = injectBus().source;
}

describe('provideBusTesting', () => {
  test('provides a test bus on a hub of its own', async () => {
    TestBed.configureTestingModule({ providers: [provideBusTesting({ source: 'page' })] });
    const fixture = TestBed.createComponent(Badge);
    const bus = TestBed.inject(TEST_BUS);
    bus.emit(cart.changed, { count: 2, total: 20 });
    await bus.flush();
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('2 items');
    expect(fixture.componentInstance.source).toBe('page');
    expect(bus.emitted(cart.changed)).toMatchObject([{ source: 'page', data: { count: 2 } }]);
  });

  test('disposes the bus with the injector of the test', () => {
    TestBed.configureTestingModule({ providers: [provideBusTesting()] });
    const bus = TestBed.runInInjectionContext(injectTestBus);
    TestBed.resetTestingModule();
    expect(bus.disposed).toBe(true);
    expect(TestBed.inject(TEST_BUS, null)).toBeNull();
  });

  test('uses a bus that is given, and leaves it to its owner', () => {
    using bus = createTestBus();
    TestBed.configureTestingModule({ providers: [provideBusTesting({ bus })] });
    expect(TestBed.runInInjectionContext(injectBus)).toBe(bus);
    TestBed.resetTestingModule();
    expect(bus.disposed).toBe(false);
  });

  test('begins virtual time before the first component', async () => {
    TestBed.configureTestingModule({ providers: [provideBusTesting({ time: 'virtual' })] });
    const rung = vi.fn();
    TestBed.runInInjectionContext(() => setTimeout(rung, 60_000));
    await TestBed.inject(TEST_BUS).advance(60_000);
    expect(rung).toHaveBeenCalledTimes(1);
  });

  test('says which function was called outside an injection context', () => {
    expect(() => injectTestBus()).toThrow(/NG0203: injectTestBus\(\)/);
  });
});

describe('busDecorator', () => {
  test('gives a story a bus, prepared as it is told, beside the providers that the story has', async () => {
    const told = vi.fn();
    const decorate = busDecorator({ prepare: (bus) => bus.emit(cart.changed, { count: 3, total: 30 }), onEvent: told });
    const greeting = { provide: 'greeting', useValue: 'hello' };
    const story = decorate(() => ({ props: { unit: 'things' }, applicationConfig: { providers: [greeting] } }));
    const application = await createApplication(story.applicationConfig);
    onTestFinished(() => application.destroy());
    const host = document.createElement('busbar-badge');
    const badge = application.bootstrap(Badge, host);
    badge.setInput('unit', story.props.unit);
    await application.whenStable();
    expect(host.textContent).toBe('3 things');
    expect(told.mock.calls).toEqual([[expect.objectContaining({ type: 'cart:changed' })]]);
    expect(application.injector.get<string>('greeting' as never)).toBe('hello');
  });

  test('keeps stories apart', async () => {
    const decorate = busDecorator();
    const stories = await Promise.all(
      [1, 2].map(() => createApplication(decorate(() => ({ applicationConfig: undefined })).applicationConfig)),
    );
    const [one, other] = stories.map((application) => injectTestBus({ injector: application.injector as EnvironmentInjector }));
    one!.emit(cart.changed, { count: 1, total: 10 });
    expect(other!.emitted(cart.changed)).toEqual([]);
    for (const application of stories) application.destroy();
    expect([one!.disposed, other!.disposed]).toEqual([true, true]);
  });
});
