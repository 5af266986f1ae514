/** An exact number: `num` / `den`, with `den` above 0. Nothing is rounded before it is shown. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

/** The exact fraction of two whole numbers; `den` must be above 0. */
export function fraction(num: number, den: number): Fraction {
  return { num: BigInt(num), den: BigInt(den) };
}

/** Exactly the decimal number that was typed (11.55 is 1155/100, not its nearest binary neighbour). */
export function ofDecimal(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const shift = Number(exponent) - decimals.length;
  const num = BigInt(whole + decimals);
  return shift >= 0 ? { num: num * 10n ** BigInt(shift), den: 1n } : { num, den: 10n ** BigInt(-shift) };
}

/** The fraction written as `1/2` or `3`; the text must hold whole numbers with a denominator above 0. */
export function ofText(text: string): Fraction {
  const [num = '0', den = '1'] = text.split('/');
  return { num: BigInt(num), den: BigInt(den) };
}

/** The exact product of two fractions. */
export const times = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.num, den: a.den * b.den });

/** The exact sum of two fractions. */
export const plus = (a: Fraction, b: Fraction): Fraction => ({
  num: a.num * b.den + b.num * a.den,
  den: a.den * b.den,
});

/** The exact difference of two fractions. */
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { num: -b.num, den: b.den });

/** The exact quotient of two fractions; the second must be above 0. */
export const over = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.den, den: a.den * b.num });

/** Below 0, 0 or above 0 as the first is smaller than, equal to or greater than the second, exactly. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number to show: two decimals, an exact half rounded up. */
export function toTwoDecimals({ num, den }: Fraction): number {
  const doubled = 200n * num + den;
  const divisor = 2n * den;
  const floor = doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n);
  return Number(floor) / 100;
}
