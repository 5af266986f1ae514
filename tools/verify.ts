import { parseArgs } from 'node:util';
import { askLocal } from './verify/local.ts';
import { readSettings } from './verify/settings.ts';
import { verify } from './verify/verify.ts';

try {
  const { values, positionals } = parseArgs({
    options: {
      region: { type: 'string' },
      seals: { type: 'string' },
      key: { type: 'string' },
      local: { type: 'string' },
    },
    allowPositionals: true,
  });
  const settings = readSettings(values, positionals);
  const { lines, isWhole } = await ('local' in settings ? askLocal(settings.local) : verify(settings));
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.exitCode = isWhole ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
