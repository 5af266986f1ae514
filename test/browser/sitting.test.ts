import { describe, expect, it } from 'vitest';
import { inTriage, statusOf } from '#test/system/api.ts';
import { codesTo, FIRST, linkTo } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { meetingWords } from '#web/staff/meetings/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { decideWords } from '#web/staff/words.ts';
import { comeByLink, comeToArea, doors, signInsOf } from './door.ts';
import { type Hand, handOn } from './hand.ts';
import { addMeetings } from './meetings.ts';
import { stage, TELEPHONE } from './stage.ts';

const MANAGER = 'manager@example.org';
const ON = '2026-09-29';
const REASON = 'Delay in 2 areas, as the meeting agreed';
/** What a meeting says of ten children. */
const outcomes = [
  'ACCEPT_INITIAL_ASSESSMENT',
  'INVITE_GROUP',
  'DECLINE',
  'ACCEPT_INITIAL_ASSESSMENT',
  'INVITE_LITTLE_TREASURES',
];
const ten = [...outcomes, ...outcomes];

async function decide(hand: Hand, outcome: string): Promise<void> {
  await hand.select('outcome', outcome);
  if (outcome === 'DECLINE') await hand.select('criterion', 'DELAY');
  await hand.fill('#reason', REASON);
  await hand.pressButton(decideWords.preview);
  await hand.pressButton(decideWords.record);
  await hand.page.waitForSelector(`a:has-text("${meetingWords.back}")`);
}

describe.each(doors)('with $door', ({ signIn }) => {
  const at = stage({ signIn });

  it('ten referrals are decided in one sitting, on a telephone without JavaScript', async () => {
    const manager = handOn(await at.newPage());
    await comeToArea(manager, at, MANAGER);
    await manager.page.goto(`${at.service.url}/staff/settings/meetings`);
    await addMeetings(manager.page);
    const references: string[] = [];
    for (const _each of ten) references.push(await inTriage(at.service));
    await move(at.service, { at: `${ON}T08:40:00.000Z` });

    const hand = handOn(await at.newPage({ width: TELEPHONE, javaScript: false }));
    const signIns = signInsOf(hand);
    await comeByLink(hand, at, await linkTo(at.service, references[0] ?? ''), FIRST);
    await hand.pressLink(todayWords.link);
    await hand.pressLink(areaWords.meetings);
    await hand.fill('#others', 'Kit Health');
    await hand.pressButton(meetingWords.savePresent);
    await hand.pressButton(meetingWords.open);
    for (const [n, outcome] of ten.entries()) {
      if (n > 0) await hand.pressButton('Next child');
      await decide(hand, outcome);
    }
    await hand.reads(meetingWords.allDone);
    const codes = (await codesTo(at.service, FIRST)).length;
    expect({ codes, signIns: signIns.count, ...hand.done }).toEqual(
      // The code is one field more, and the account one press more.
      signIn
        ? { codes: 0, signIns: 1, presses: 37, choices: 12, fields: 11 }
        : { codes: 1, signIns: 0, presses: 36, choices: 12, fields: 12 },
    );

    await move(at.service, { advance: 'PT6M' });
    const statuses = await Promise.all(references.map((reference) => statusOf(at.service, reference)));
    expect(statuses.map(({ outcome }) => outcome).sort()).toEqual([...ten].sort());
  });
});
