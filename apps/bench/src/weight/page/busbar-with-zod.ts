import { itemSchema } from '../../contestants/item-schema.ts';
import { useBusbar } from './use-busbar.ts';

useBusbar(itemSchema);
