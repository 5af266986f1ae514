import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { against, argumentsOf, type BeforeDeployment } from './before.ts';
import { type AfterDeployment, type Outputs, readOutputs } from './outputs.ts';

interface Surroundings {
  /** Runs the CDK's command line to its end and gives its exit code. */
  cdk(args: readonly string[]): Promise<number>;
  /** Looked at first. Where one finds a reason not to, nothing is deployed. */
  readonly before?: readonly BeforeDeployment[];
  /** Looked at in this order, once the stack is deployed. */
  readonly afterwards: readonly AfterDeployment[];
  /** Tried at the very end: a line for each thing that what was deployed does not do. */
  smoke?(outputs: Outputs): Promise<readonly string[]>;
  readonly outputsFile: string;
  say(line: string): void;
}

/**
 * Deploys as `cdk deploy` with these arguments does, and gives its exit code; 1 where a look beforehand speaks against it, and
 * where the smoke test finds fault. After a success it says what each look afterwards finds. A look that fails is told and
 * changes nothing: the stack is deployed.
 */
export async function deploy(
  args: readonly string[],
  { cdk, before = [], afterwards, smoke, outputsFile, say }: Surroundings,
): Promise<number> {
  const reasons = await against(before, args, say);
  for (const reason of reasons) say(reason);
  if (reasons.length > 0) {
    say('Nothing was deployed.');
    return 1;
  }
  mkdirSync(dirname(outputsFile), { recursive: true });
  // Those of an earlier deployment may be of another stack.
  rmSync(outputsFile, { force: true });
  const own = argumentsOf(before);
  const code = await cdk(['deploy', '--outputs-file', outputsFile, ...args.filter((arg) => !own.includes(arg))]);
  if (code !== 0) return code;
  const outputs = outputsOf(outputsFile, say);
  if (outputs === undefined) return 0;
  for (const look of afterwards) for (const line of await found(look, outputs)) say(line);
  return smoke === undefined ? 0 : smokeTold(await smoke(outputs), say);
}

/** Says what the smoke test found, and gives the exit code: 1 where the service does not do its work. */
export function smokeTold(faults: readonly string[], say: (line: string) => void): number {
  for (const fault of faults) say(fault);
  const [counted, them] = faults.length === 1 ? ['1 fault', 'it'] : [`${faults.length} faults`, 'them'];
  say(
    faults.length === 0
      ? 'The smoke test passed.'
      : `The smoke test found ${counted}. Fix ${them}, then: npm run smoke -- --env NAME`,
  );
  return faults.length === 0 ? 0 : 1;
}

function outputsOf(file: string, say: (line: string) => void): Outputs | undefined {
  try {
    return readOutputs(file);
  } catch (error) {
    say(`The stack is deployed, but what it says of itself cannot be read: ${reason(error)}`);
    return undefined;
  }
}

async function found(look: AfterDeployment, outputs: Outputs): Promise<readonly string[]> {
  try {
    return await look(outputs);
  } catch (error) {
    return [`The stack is deployed, but a look at it afterwards failed: ${reason(error)}`];
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
