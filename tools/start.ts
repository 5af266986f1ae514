import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Before anything else is loaded: the next start takes half the time for loading.
enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));
const [{ start }, { views }] = await Promise.all([import('#local/start.ts'), import('./views.ts')]);

await start(process.argv.slice(2), views);
