import { writeFileSync } from 'node:fs';
import { findingsFile, findingsPage } from './findings-page.ts';

writeFileSync(findingsFile, findingsPage());
