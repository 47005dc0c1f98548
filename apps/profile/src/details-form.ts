import { Component, computed, type ElementRef, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import type { Details } from 'contracts';
import { type DetailsField, detailsFields, noDetails } from './details-fields.ts';
import { validateDetails } from './validate-details.ts';

/** Asks who the customer is. Says `saved` with answers that can be kept. */
@Component({ selector: 'shop-details-form', templateUrl: './details-form.html', styleUrl: './details-form.css' })
export class DetailsForm {
  /** What is known already; fills the form. */
  readonly details = input.required<Details | undefined>();
  /** What became of the last save, to be read out. */
  readonly outcome = input.required<string>();
  readonly saved = output<Details>();
  /** Somebody wrote something since. */
  readonly changed = output<void>();

  protected readonly fields = detailsFields;
  protected readonly answers = linkedSignal(() => this.details() ?? noDetails);
  private readonly checked = signal(false);
  protected readonly problems = computed(() => (this.checked() ? validateDetails(this.answers()) : {}));
  private readonly inputs = viewChildren<ElementRef<HTMLInputElement>>('answer');

  protected write(field: DetailsField, answer: string): void {
    this.answers.update((answers) => ({ ...answers, [field]: answer }));
    this.changed.emit();
  }

  protected submit(): void {
    this.answers.update(trim);
    this.checked.set(true);
    const first = this.fields.findIndex(({ name }) => this.problems()[name]);
    if (first === -1) this.saved.emit(this.answers());
    else this.inputs()[first]?.nativeElement.focus();
  }
}

function trim(answers: Details): Details {
  return Object.fromEntries(detailsFields.map(({ name }) => [name, answers[name].trim()])) as Details;
}
