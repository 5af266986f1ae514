/**
 * Where an error was thrown, innermost first: names of functions and files, no message and no path of this machine. A
 * message can hold what someone typed. At most five places; empty for what is no error.
 */
export function stackFrames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, () => '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 5).map(place).join(' < ');
}

function place(frame: string): string {
  return frame
    .trim()
    .replace(/^at /, '')
    .replace(/\(?(?:file:\/\/)?[^\s()]*\/([^/\s()]+)\)?$/, '$1');
}
