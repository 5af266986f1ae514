import { CorruptItem } from '#domain/problems/errors.ts';

/** Every sealed part of an aggregate. A part is stored before what counts it, so one that is missing was lost: throws `CorruptItem`. */
export async function partsOf<Part>(
  readPart: (reference: string, n: number) => Promise<Part | undefined>,
  { reference, sealed = 0 }: { readonly reference: string; readonly sealed?: number | undefined },
): Promise<Part[]> {
  const numbers = Array.from({ length: sealed }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (n) => {
      const part = await readPart(reference, n);
      if (!part) throw new CorruptItem(`Part ${n} of ${reference} is not there. Restore it.`);
      return part;
    }),
  );
}
