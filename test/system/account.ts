import type { Browser, Page } from './triage.ts';

/** Where a page says that a work account signs in. */
export function startOn({ body }: Page): string {
  return (/href="([^"]*\/staff\/sign-in\/start[^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&');
}

/** Follows what a browser follows by itself; gives the page and its address. */
async function followed(using: Browser, from: string, first: Page) {
  let [at, page] = [from, first];
  while (page.location !== '') {
    at = new URL(page.location, at).href;
    page = await using.get(at);
  }
  return { at, page };
}

/** Signs in at the provider of this machine as this person, and gives the page of ours that they come back to. */
export async function signInAs(using: Browser, start: string, user: string): Promise<Page> {
  const { at, page } = await followed(using, start, await using.get(start));
  // Who has signed in there already is not asked again.
  if (!/\/choose\//.test(at)) return page;
  return (await followed(using, at, await using.post(at, { user }))).page;
}

/** Where the page after a sign-in leads by itself. */
export const leadsTo = ({ headers }: Page): string => headers.get('refresh')?.split('url=')[1] ?? '';
