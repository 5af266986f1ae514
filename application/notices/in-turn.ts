/** Runs what is asked under one key one after another, whatever became of the one before; under different keys in parallel. */
export function inTurn(): (key: string, act: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (key, act) => {
    const next = (last.get(key) ?? Promise.resolve()).then(act, act);
    last.set(key, next);
    return next;
  };
}
