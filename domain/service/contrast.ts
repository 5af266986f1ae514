/**
 * The contrast of a colour with white, from 1 (white itself) to 21 (black), as WCAG 2.2 defines it. `colour` is a hex
 * triplet such as `#23515b`; anything else gives NaN.
 */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  if (red === undefined || green === undefined || blue === undefined) return Number.NaN;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const linear = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
