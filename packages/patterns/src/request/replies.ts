import type { Bus } from '@busbar/core';
import { Observable } from 'rxjs';
import { ask, type Said } from './ask.ts';
import type { AnyRequestContract } from './request-contract.ts';
import { requestFailed } from './request-errors.ts';
import type { RequestOptions } from './request-options.ts';

/** The replies of the first replier that replies. Errors where the last that is said is a failure. */
export function replies(bus: Bus, contract: AnyRequestContract, data: unknown, options: RequestOptions): Observable<unknown> {
  return new Observable((observer) => {
    let last: Said;
    return ask(bus, contract, data, options).subscribe({
      next(said) {
        last = said;
        if ('reply' in said) observer.next(said.reply);
      },
      error: (error) => observer.error(error),
      complete() {
        if ('failure' in last) observer.error(requestFailed(contract.requested, last.source, last.failure));
        else observer.complete();
      },
    });
  });
}
