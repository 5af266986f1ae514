import { reasonOf } from '#local/start-error.ts';
import { runSeed } from './seed/run.ts';

try {
  await runSeed(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
  process.exit(0);
} catch (error) {
  process.stderr.write(`npm run seed stopped. ${reasonOf(error)}\n`);
  process.exit(1);
}
