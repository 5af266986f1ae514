import { plainText } from './characters.ts';

/** The extension at the end of a number: `ext. 12`, `Extension 12`, `x12`, `#12`. */
const EXTENSION = /[ ,;]*(?:extension|extn?\.?|x|#)[ :]*\d{1,6}$/i;
/** The fewest and the most digits that a number of a person has, with area and country code (ITU-T E.164). */
const [FEWEST, MOST] = [6, 17];

/** What is dialled for a number as people write it: `+44 (0)1823 355455` and `(01823) 355-455` lose what is only read. */
export function dialled(number: string): string {
  return number.replace(/^(\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '');
}

/** Whether someone could ring a number in it, with whatever stands beside it, such as `07700 900123 (mobile)` or a second number. */
export function canBeDialled(text: string): boolean {
  const numbers = [text, ...text.split(/[/,;]|\bor\b|\band\b/i)].map((part) => plainText(part).replace(EXTENSION, ''));
  return numbers.some((number) => {
    const digits = dialled(number).replace('+', '').length;
    return digits >= FEWEST && digits <= MOST;
  });
}

/** The first number in a text, with its extension, and none of the words beside it; undefined where no one could ring one. */
export function numberIn(text: string): string | undefined {
  const plain = plainText(text);
  const found = (plain.match(/[+(]?\d[\d ()./-]*\d/g) ?? []).find((part) => canBeDialled(part));
  const extension = EXTENSION.exec(plain)?.[0].replace(/\D/g, '');
  return found && extension !== undefined && !found.endsWith(extension) ? `${found} ext. ${extension}` : found;
}
