import type * as z from 'zod';

/** The running service as everyone outside meets it: by HTTP alone. */
export type World = { url: string; apiKey: string };

/** Said in one line when something did not go as a person would expect; the demonstration stops there. */
export class DemoError extends Error {}

/** An address under /local/, which is at the root whatever the path of the service. */
export function localUrl({ url }: World, path: string): string {
  return new URL(`/local/${path}`, url).href;
}

/** The JSON at an address, in the shape that is expected of it. */
export async function getJson<T extends z.ZodType>(schema: T, url: string, init?: RequestInit): Promise<z.output<T>> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new DemoError(`${url} answered ${response.status}: ${text.trim().slice(0, 300)}`);
  return schema.parse(JSON.parse(text));
}
