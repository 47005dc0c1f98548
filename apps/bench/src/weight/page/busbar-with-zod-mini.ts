import { item } from './item-by-zod-mini.ts';
import { useBusbar } from './use-busbar.ts';

useBusbar(item);
