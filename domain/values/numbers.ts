const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count as it is read in a sentence: in words up to nine, in digits above. */
export function inWords(n: number): string {
  return words[n] ?? String(n);
}

/** A place in an order: 1st, 2nd, 3rd, 11th. */
export function nth(n: number): string {
  const isTeen = n % 100 >= 11 && n % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
