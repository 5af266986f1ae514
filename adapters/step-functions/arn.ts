import type { Execution } from '#domain/process/run.ts';

/** The ARN of the machine of this name. Asking for one that is not among them is an error. */
export function machineArn(arns: Readonly<Record<string, string>>, machine: string): string {
  const arn = new Map(Object.entries(arns)).get(machine);
  if (arn === undefined) throw new Error(`This function knows no state machine ${machine}.`);
  return arn;
}

/** The ARN of an execution, which never leaves the backend. */
export function executionArn(
  arns: Readonly<Record<string, string>>,
  { machine, name }: Pick<Execution, 'machine' | 'name'>,
): string {
  return `${machineArn(arns, machine).replace(':stateMachine:', ':execution:')}:${name}`;
}
