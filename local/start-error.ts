/** A reason why the command cannot start, worded for the person who typed it: printed as one line, exit 1. */
export class StartError extends Error {
  override name = 'StartError';
}

export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
