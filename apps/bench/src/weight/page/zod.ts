import { itemSchema } from '../../contestants/item-schema.ts';
import { begin, handled, payload } from './step-watch.ts';

begin();
handled(itemSchema.parse(payload));
