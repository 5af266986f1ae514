/** What is dialled for a number as people write it: `+44 (0)1823 355455` and `(01823) 355-455` lose what is only read. */
export function dialled(number: string): string {
  return number.replace(/^(\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '');
}
