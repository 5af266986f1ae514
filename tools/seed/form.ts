import { readFileSync } from 'node:fs';
import { answers } from '#test/http/form/world.ts';
import { openBrowser } from '../demo/browser.ts';
import { DemoError, type World } from '../demo/world.ts';

const file = new URL('../demo/files/growing-skills-record.pdf', import.meta.url);

/** Sends a referral by the form as a machine would, which fills in the field that no person sees. Answers its reference. */
export async function sendAsMachine({ url }: World): Promise<string> {
  const browser = openBrowser();
  const first = await browser.send(await browser.open(`${url}/refer`), 'who', { who: 'professional', website: 'x' });
  const draft = first.url.replace(/\/risk$/, '');
  for (const [path, fields] of Object.entries(answers)) {
    await browser.send(await browser.open(`${draft}/${path}`), Object.keys(fields)[0] ?? '', fields);
  }
  const bytes = new File([readFileSync(file)], 'growing-skills-record.pdf', { type: 'application/pdf' });
  await browser.upload(await browser.open(`${draft}/evidence/1/file`), bytes);
  const sent = await browser.send(await browser.open(`${draft}/check`), 'declared', { declared: 'yes' });
  const reference = /<strong>([2-9A-Z]{11})</.exec(sent.html)?.[1];
  if (reference !== undefined) return reference;
  throw new DemoError(`The form was not sent: the page at ${sent.url} said "${sent.heading}" (${sent.status}).`);
}
