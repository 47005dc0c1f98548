import type { Details } from 'contracts';
import { type ComputedRef, computed, type Reactive, type Ref, reactive, ref, watch } from 'vue';
import { type Delivery, type DeliveryField, deliveryFields, emptyDelivery } from './delivery.ts';
import { type DeliveryProblems, validateDelivery } from './validate-delivery.ts';

/** The answers of the delivery form, and which problems people should see by now. */
export interface DeliveryForm {
  readonly answers: Reactive<Delivery>;
  /** Problems of answers that were left, and of all once somebody tried to order. */
  readonly problems: ComputedRef<DeliveryProblems>;
  /** Notes that somebody wrote an answer: from then on the profile does not fill it any more. */
  write(field: DeliveryField, answer: string): void;
  /** Notes that somebody went on to the next field. */
  leave(field: DeliveryField): void;
  /** The answers without blanks around them, or the first field that keeps the order from going. */
  submit(): { delivery: Delivery } | { firstProblem: DeliveryField };
}

/** Keeps the answers, those of an order before this one to begin with; else filled from the profile's details as long as nobody has written something else. */
export function useDeliveryForm(details: Readonly<Ref<Details | undefined>>, known?: Delivery): DeliveryForm {
  const answers = reactive({ ...(known ?? emptyDelivery) });
  const written = new Set<DeliveryField>(known && deliveryFields);
  const checked = ref(new Set<DeliveryField>());

  const problems = computed(() => {
    const all = Object.entries(validateDelivery(answers)) as [DeliveryField, string][];
    return Object.fromEntries(all.filter(([field]) => checked.value.has(field)));
  });

  watch(
    details,
    (profile) => {
      for (const field of deliveryFields) if (profile && !written.has(field)) answers[field] = profile[field];
    },
    { immediate: true },
  );

  return {
    answers,
    problems,
    write(field, answer) {
      written.add(field);
      answers[field] = answer;
    },
    leave(field) {
      if (answers[field].trim()) checked.value.add(field); // nobody has done wrong by looking at an empty field
    },
    submit() {
      checked.value = new Set(deliveryFields);
      const firstProblem = deliveryFields.find((field) => problems.value[field]);
      return firstProblem ? { firstProblem } : { delivery: trim(answers) };
    },
  };
}

function trim(answers: Delivery): Delivery {
  const entries = deliveryFields.map((field) => [field, answers[field].trim()]);
  return Object.fromEntries(entries);
}
