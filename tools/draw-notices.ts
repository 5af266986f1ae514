import { writeFileSync } from 'node:fs';
import { noticesPage } from './draw-notices/notices-page.ts';

writeFileSync(new URL('../docs/safety/who-is-told.md', import.meta.url), noticesPage());
