import { item } from './item-by-valibot.ts';
import { useBusbar } from './use-busbar.ts';

useBusbar(item);
