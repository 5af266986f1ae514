/** Works through the numbers 0 to `count` - 1 with `wide` of them in progress at any time; the first error ends it. */
export async function inLanes(wide: number, count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: wide }, lane));
}
