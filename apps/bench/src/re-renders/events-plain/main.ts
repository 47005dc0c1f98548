import { startPage } from '../page/start-page.ts';
import { createVariant } from './create-variant.ts';

startPage(createVariant());
