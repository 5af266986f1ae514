import { afterAll, describe, expect, it } from 'vitest';
import { mailsOf } from '#test/system/window.ts';
import { castOf } from './cast.ts';
import { duplicates } from './roads/duplicates.ts';
import { letters } from './roads/letters.ts';
import { lookedAgain } from './roads/looked-again.ts';
import { mailbox } from './roads/mailbox.ts';
import { redirect } from './roads/redirect.ts';
import { sentAgain, unanswered } from './roads/unanswered.ts';
import { stage } from './stage.ts';

const at = stage();
const play = { at, cast: castOf(at) };

describe('around a decision, on phones without JavaScript', () => {
  afterAll(() => expect(play.cast.faults).toEqual([]));

  // Those that take weeks come first, while few referrals wait.
  let silent = '';
  it('a question that no one answers comes back to the team', async () => {
    silent = await unanswered(play);
  });
  it('it is closed by a person, and sent again', () => sentAgain(play, silent));

  it.each([
    ['another service opens what is shared with it, or is chased', redirect],
    ['a second referral of a child is joined, and a third is found to be of another child', duplicates],
    ['a declined referral is looked at again for its referrer and for a family, and reopened', lookedAgain],
    ['nothing goes to whom it may not, and what cannot be emailed becomes a letter', letters],
    ['a team mailbox opens the referrals of its members behind the date of birth', mailbox],
  ])('%s', (_what, road) => road(play));

  it('no email names a child', async () => {
    const mails = await mailsOf(at.service);
    expect(mails.filter(({ subject, text }) => /Juniper|Quixotica/.test(`${subject} ${text}`))).toEqual([]);
    expect(mails.length).toBeGreaterThan(50);
  });
});
