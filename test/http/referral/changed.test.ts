import { describe, expect, it } from 'vitest';
import { changedFaultWords, changedWords } from '#web/referral/changed/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { onList } from './standings.ts';
import { referrerWorld } from './world.ts';

const at = `/referral/${reference}/status`;

async function follower() {
  const world = await referrerWorld(onList(), 'STATUS');
  const { using } = await world.visit();
  const send = async (words: string) => {
    const form = await using.get(`${at}/changed`);
    return using.post(`${at}/changed`, { csrf: hidden(form, 'csrf'), id: hidden(form, 'id'), words });
  };
  return { ...world, using, send };
}

describe('a referrer whose child waits', () => {
  it('says that something has changed, and a service manager is asked to look at the band by a day', async () => {
    const { using, send, theCase } = await follower();
    expect((await using.get(at)).body).toContain(changedWords.title);
    expect((await send('He has a diagnosis now')).status).toBe(303);
    expect((await theCase())?.familyAsks).toMatchObject([{ what: 'CHANGED', from: 'REFERRER' }]);
    expect((await using.get(at)).body).toContain(changedWords.waits('24 September 2026', '1 October 2026'));
  });

  it('is asked again without words, and nothing is recorded', async () => {
    const { send, theCase } = await follower();
    const { status, body } = await send(' ');
    expect([status, body.includes(changedFaultWords.WORDS_MISSING)]).toEqual([422, true]);
    expect((await theCase())?.familyAsks).toBeUndefined();
  });
});
