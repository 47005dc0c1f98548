import { type Component, defineComponent } from 'vue';

/** A component that does nothing but what its setup does. */
export const component = (setup: () => unknown): Component =>
  defineComponent(() => {
    setup();
    return () => null;
  });
