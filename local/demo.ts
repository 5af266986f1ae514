import { runDemo } from './demo/run.ts';
import { reasonOf } from './start-error.ts';

try {
  const isRight = await runDemo((line) => process.stdout.write(`${line}\n`));
  process.exit(isRight ? 0 : 1);
} catch (error) {
  process.stderr.write(`The demonstration stopped. ${reasonOf(error)}\n`);
  process.exit(1);
}
