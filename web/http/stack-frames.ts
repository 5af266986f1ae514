/** Where an error was thrown, without its message: messages can hold what somebody typed. */
export function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, () => '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 3)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/\(?(?:file:\/\/)?[^\s()]*\/([^/\s()]+)\)?$/, '$1'),
    )
    .join(' < ');
}
