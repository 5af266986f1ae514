/**
 * Works through the items in their order, a few in parallel, and begins none once `until` is aborted. What is still
 * under way then is left behind: its result is `undefined`, and so is that of what was never begun.
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  until: AbortSignal,
  work: (item: Item) => Promise<Result>,
): Promise<readonly { readonly item: Item; readonly begun: boolean; readonly result: Result | undefined }[]> {
  const begun = new Set<Item>();
  const results = new Map<Item, Result>();
  const left = items.values();
  const lane = async () => {
    for (const item of left) {
      if (until.aborted) return;
      begun.add(item);
      results.set(item, await work(item));
    }
  };
  await Promise.race([Promise.all(Array.from({ length: lanes }, lane)), aborted(until)]);
  return items.map((item) => ({ item, begun: begun.has(item), result: results.get(item) }));
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
