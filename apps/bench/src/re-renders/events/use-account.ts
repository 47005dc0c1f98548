import { useEmit } from '@busbar/react';
import { useState } from 'react';
import { ada, type Customer } from '../shop/customer.ts';
import { customer } from './contracts.ts';

interface Account {
  readonly name: string | undefined;
  readonly logIn: () => void;
  readonly logOut: () => void;
}

/** Who is logged in, which the account bar keeps to itself and tells the others about. */
export function useAccount(): Account {
  const [who, setWho] = useState<Customer | null>(null);
  const tell = useEmit(customer.changed);
  const become = (next: Customer | null): void => {
    setWho(next);
    tell({ customer: next });
  };
  return { name: who?.name, logIn: () => become(ada), logOut: () => become(null) };
}
