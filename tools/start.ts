import { start } from '#local/start.ts';
import { views } from './views.ts';

await start(process.argv.slice(2), views);
