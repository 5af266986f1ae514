import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { utcToLondon } from '#local/london.ts';

export type Print = (line: string) => void;

const WIDTH = 98;
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** A date with its weekday, as people say it. */
export function dayInWords(at: string): string {
  const on = londonDateOf(at);
  return `${weekday.format(Date.parse(on))} ${plainDate(on)}`;
}

/** The wall clock in London. */
export function clockTime(at: string): string {
  return new Date(utcToLondon(Date.parse(at))).toISOString().slice(11, 16);
}

/** A text after its label, wrapped so that every further line begins under it. */
export function hang(label: string, text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && label.length + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return `${label}${lines.join(`\n${' '.repeat(label.length)}`)}`;
}

/** A heading with a line under it and room below. */
export function headline(text: string): string {
  return `${text}\n${'─'.repeat(text.length)}\n`;
}
