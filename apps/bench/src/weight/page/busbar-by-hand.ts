import { item } from './item-by-hand.ts';
import { useBusbar } from './use-busbar.ts';

useBusbar(item);
