/**
 * Lets at most `limit` of what it is given run at the same time; the others wait for their turn, in order. The SDK
 * counts waiting for a socket as failing to connect. Too many requests together would be refused as if S3 were down.
 */
export function atMost(limit: number): <Answer>(run: () => Promise<Answer>) => Promise<Answer> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running < limit) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
