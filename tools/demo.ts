import { reasonOf } from '#local/start-error.ts';
import { runDemo } from './demo/run.ts';

try {
  const isRight = await runDemo((line) => process.stdout.write(`${line}\n`));
  process.exit(isRight ? 0 : 1);
} catch (error) {
  process.stderr.write(`The demonstration stopped. ${reasonOf(error)}\n`);
  process.exit(1);
}
