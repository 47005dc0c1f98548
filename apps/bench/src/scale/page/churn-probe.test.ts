import { expect, test } from 'vitest';
import { churnProbe } from './churn-probe.ts';
import { busbarRegister, type Register } from './registers.ts';

test.each(['cart:*', undefined])('as many subscribe to %s as have left', async (pattern) => {
  const register = busbarRegister(pattern);
  const probe = churnProbe(register, 5);
  await probe.run(20);
  let heard = 0;
  register.subscribe(() => heard++);
  probe.close();
  register.emit();
  expect(heard).toBe(1);
});

test('a subscriber that cannot be taken away ends the measurement', async () => {
  const handlers: (() => void)[] = [];
  const sticky: Register = {
    subscribe(handle) {
      handlers.push(handle);
      return () => {};
    },
    emit() {
      for (const handle of handlers) handle();
    },
  };
  await expect(churnProbe(sticky, 5).run(1)).rejects.toThrow('6 of 5 subscribers heard the event.');
});
