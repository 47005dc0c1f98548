import { useEmit } from '@busbar/react';
import { cart, type Line } from 'contracts';
import { type ReactElement, useState } from 'react';
import { mostOfALine } from './change-cart.ts';
import styles from './quantity-stepper.module.css';

/** One fewer, any number, one more: each is said as `cart:quantityChanged`. */
export function QuantityStepper({ line }: { line: Line }): ReactElement {
  const emitQuantity = useEmit(cart.quantityChanged);
  const [draft, setDraft] = useState<string>(); // what is being typed, as long as it may be no number yet

  const ask = (quantity: number): void => {
    const possible = Number.isInteger(quantity) && quantity >= 1 && quantity <= mostOfALine;
    if (possible && quantity !== line.quantity) emitQuantity({ sku: line.sku, quantity });
  };

  return (
    <fieldset className={styles['stepper']}>
      <legend className="visually-hidden">Quantity of {line.name}</legend>
      <Step sign="−" label={`One fewer ${line.name}`} disabled={line.quantity <= 1} onStep={() => ask(line.quantity - 1)} />
      <input
        className={styles['input']}
        type="number"
        inputMode="numeric"
        min={1}
        max={mostOfALine}
        aria-label={`Quantity of ${line.name}`}
        value={draft ?? line.quantity}
        onChange={({ target }) => {
          setDraft(target.value);
          ask(target.valueAsNumber);
        }}
        onBlur={() => setDraft(undefined)}
        onKeyDown={({ key }) => key === 'Enter' && setDraft(undefined)}
      />
      <Step
        sign="+"
        label={`One more ${line.name}`}
        disabled={line.quantity >= mostOfALine}
        onStep={() => ask(line.quantity + 1)}
      />
    </fieldset>
  );
}

interface StepProps {
  sign: string;
  label: string;
  disabled: boolean;
  onStep(): void;
}

// `aria-disabled` leaves the focus where it is when somebody steps down to one; `ask` refuses what is out of range.
function Step({ sign, label, disabled, onStep }: StepProps): ReactElement {
  return (
    <button className={styles['step']} type="button" aria-label={label} aria-disabled={disabled} onClick={onStep}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
