export function executionArn(machineArn: string, name: string): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** The machine of an execution, and its name there; a name holds no colon. */
export function partsOf(executionArn: string): { machineArn: string; name: string } {
  const colon = executionArn.lastIndexOf(':');
  const machineArn = executionArn.slice(0, colon).replace(':execution:', ':stateMachine:');
  return { machineArn, name: executionArn.slice(colon + 1) };
}
