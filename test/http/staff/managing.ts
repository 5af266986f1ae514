import { hidden } from '../browser.ts';
import { triageWorld } from './world.ts';

/** The service manager, signed in and looking at a page of the settings, with what its form sends of its own. */
export async function managing(at: string) {
  return lookingAt(at, await triageWorld());
}

/** The same, in a world that is there. */
export async function lookingAt(at: string, world: Awaited<ReturnType<typeof triageWorld>>) {
  const using = world.newBrowser();
  const asked = await using.post('/staff/sign-in', { mailbox: 'manager@example.org' });
  const fields = { mailbox: 'manager@example.org', asker: hidden(asked, 'asker'), code: world.lastCode() };
  await using.post('/staff/sign-in/code', fields);
  const page = await using.get(at);
  return { ...world, using, page, own: { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') } };
}
