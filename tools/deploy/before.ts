import { AwsRefused } from './aws-refused.ts';

/** One thing that is looked at before a deployment. It changes nothing. */
export interface BeforeDeployment {
  /** What is looked at, as in "We could not look at the quota of functions". */
  readonly about: string;
  /** The argument by which someone deploys regardless, such as `--despite-quota`. Without it nothing gets past. */
  readonly despite?: string;
  /** The right of AWS without which no one can look. */
  readonly right?: string;
  /** One line for each reason for which nothing is deployed; none where all is well. */
  look(): Promise<readonly string[]>;
}

/**
 * Everything that speaks against this deployment, a line each. A look that fails is told in one line and stops nothing: who
 * may deploy may not always look.
 */
export async function against(
  looks: readonly BeforeDeployment[],
  args: readonly string[],
  say: (line: string) => void,
): Promise<readonly string[]> {
  const wanted = looks.filter(({ despite }) => despite === undefined || !args.includes(despite));
  const found = await Promise.all(
    wanted.map(async (one) => {
      try {
        return (await one.look()).map((line) => (one.despite ? `${line} For a trial, add ${one.despite}.` : line));
      } catch (error) {
        say(couldNotLook(one, error));
        return [];
      }
    }),
  );
  return found.flat();
}

/** The arguments that only these looks know. */
export function argumentsOf(looks: readonly BeforeDeployment[]): readonly string[] {
  return looks.flatMap(({ despite }) => despite ?? []);
}

function couldNotLook({ about, right }: BeforeDeployment, error: unknown): string {
  const start = `We could not look at ${about}`;
  if (error instanceof AwsRefused && error.isForbidden && right !== undefined)
    return `${start}: the person who deploys has no right to ${right}.`;
  if (error instanceof AwsRefused && error.isThrottled)
    return `${start}: AWS had too many questions, also after three tries.`;
  return `${start}: ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)}`;
}
