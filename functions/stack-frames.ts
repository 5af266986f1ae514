/**
 * Where an error was thrown, innermost first: names of functions and files, no message and no path of this machine. A
 * message can hold what someone typed. At most five places; empty where the message cannot be told from the places.
 */
export function stackFrames(error: unknown): string {
  const frames = error instanceof Error ? placesOf(error).split('\n') : [];
  return frames.slice(0, 5).filter(isFrame).map(place).join(' < ');
}

/** Name of the error's class, and a code that Node adds to it. */
const NAME = /^[\w$.]*(?: \[\w+\])?/;

/**
 * What follows the message in the stack. The stack keeps the message with which the error was made. One that was given
 * another message later is not searched for its first: that could look like places.
 */
function placesOf({ stack, message }: Error): string {
  if (typeof stack !== 'string' || typeof message !== 'string') return '';
  const [name = ''] = NAME.exec(stack) ?? [];
  const begins = [`${name}: ${message}\n`, ...(name === message ? [`${message}\n`] : []), `${name}\n`];
  const begin = begins.find((one) => stack.startsWith(one));
  return begin === undefined ? '' : stack.slice(begin.length);
}

const isFrame = (line: string) => /^\s+at /.test(line);

function place(frame: string): string {
  return frame
    .trim()
    .replace(/^at /, '')
    .replace(/\(?(?:file:\/\/)?[^\s()]*\/([^/\s()]+)\)?$/, '$1');
}
