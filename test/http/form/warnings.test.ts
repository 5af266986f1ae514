import { describe, expect, it } from 'vitest';
import { SAFEGUARDING } from '#web/components/safeguarding.ts';
import { answers, begin, fill, referWorld } from './world.ts';

/** The page of the form at this path once these answers were saved there. */
async function shownAfter(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const using = referWorld().newBrowser();
  const at = await begin(using);
  await fill(using, `${at}/${path}`, { ...answers[path], ...fields });
  return (await using.get(`${at}/${path}`)).body.replaceAll('&#39;', '’');
}

describe('where agreement stops a referral', () => {
  it('the duty to protect the child is said', async () => {
    expect(await shownAfter('agreement', { 'consent.parentAgreesToReferral': 'no' })).toContain(SAFEGUARDING);
  });

  it('and it is not said where the parents agree', async () => {
    expect(await shownAfter('agreement', {})).not.toContain(SAFEGUARDING);
  });
});

it('the question about a section 23 notification says that the referral makes none, and who does', async () => {
  const body = await shownAfter('health', {});
  expect(body).toContain('This referral does not make it. Your health body makes it to the council.');
});
