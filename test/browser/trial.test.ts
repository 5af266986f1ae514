import { describe, expect, it } from 'vitest';
import { inTriage, statusOf } from '#test/system/api.ts';
import { FIRST, linkTo } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { claimWords } from '#web/staff/claim/words.ts';
import { commentWords } from '#web/staff/comments/words.ts';
import { handOnWords } from '#web/staff/hand-on/words.ts';
import { meetingWords, packWords } from '#web/staff/meetings/words.ts';
import { queueWords } from '#web/staff/queue/words.ts';
import { dutyWords } from '#web/staff/settings/duty/words.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { decidedWords, decideWords } from '#web/staff/words.ts';
import { comeByLink, comeToArea, doors } from './door.ts';
import { type Hand, handOn } from './hand.ts';
import { addMeetings } from './meetings.ts';
import { stage, TELEPHONE } from './stage.ts';

const MANAGER = 'manager@example.org';
const NEW = { name: 'Dale Wood', mailbox: 'dale@example.org' };
/** The meeting at which they decide, and the next one. */
const MEETING = {
  ...{ at: '2026-09-29T08:40:00.000Z', day: '2026-09-29' },
  ...{ said: '29 September 2026', next: '13 October 2026' },
};
const REASON = 'Delay in 2 areas, as the meeting agreed';

async function decide(hand: Hand, outcome: string): Promise<void> {
  await hand.select('outcome', outcome);
  await hand.fill('#reason', REASON);
  await hand.pressButton(decideWords.preview);
  await hand.pressButton(decideWords.record);
  await hand.isAt('Decided');
}

describe.each(doors)('at 375 px and without JavaScript, with $door', ({ signIn }) => {
  const at = stage({ signIn });
  const hand = async () => handOn(await at.newPage({ width: TELEPHONE, javaScript: false }));
  /** The page with this heading is there, and nothing of it stands out sideways. */
  const fits = async ({ isAt, overflow }: Hand, heading: string) => {
    await isAt(heading);
    expect([heading, await overflow()]).toEqual([heading, 0]);
  };

  it('a manager sets up the meetings, adds a new triager and puts them on duty', async () => {
    const manager = await hand();
    await comeToArea(manager, at, MANAGER);
    await manager.pressLink(areaWords.settings);
    await manager.pressLink(settingsWords.meetings);
    await addMeetings(manager.page);
    await fits(manager, settingsWords.meetings);
    await manager.pressLink(areaWords.settings);
    await manager.pressLink(settingsWords.add);
    await manager.fill('#name', NEW.name);
    await manager.fill('#mailbox', NEW.mailbox);
    await manager.select('role-TRIAGER', 'yes');
    await manager.pressButton(settingsWords.add);
    await fits(manager, NEW.name);
    await manager.pressLink(areaWords.settings);
    await manager.pressLink(settingsWords.duty);
    // After those between two dates: the days of the week.
    await manager.selectLabel(NEW.name, 2);
    await manager.selectLabel('triage-1', 3);
    await manager.pressButton(dutyWords.save);
    await manager.reads(`${NEW.name}, then triage-1`);
    await manager.page.context().close();
  });

  it('the new triager comments, defers to a meeting, decides there from the agenda, undoes and decides again', async () => {
    const reference = await inTriage(at.service);
    const triager = await hand();
    await comeByLink(triager, at, await linkTo(at.service, reference, NEW.mailbox), NEW.mailbox);
    await fits(triager, reference);
    await triager.pressLink(commentWords.link);
    await triager.fill('#comment', 'Called the nursery');
    await triager.pressButton(commentWords.button);
    await fits(triager, reference);
    await triager.pressButton(queueWords.decide);
    await triager.isAt(reference);
    await triager.reads('Called the nursery');
    await triager.select('outcome', 'DEFER_TO_MEETING');
    await triager.fill('#reason', 'We wait for the paediatrician');
    await triager.pressButton(decideWords.preview);
    await triager.isAt('Decided');
    await triager.reads(MEETING.said);
    await triager.reads(NEW.name);
    await triager.page.context().close();

    await move(at.service, { at: MEETING.at });
    const there = await hand();
    await comeByLink(there, at, await linkTo(at.service, reference, NEW.mailbox), NEW.mailbox);
    await there.pressLink(todayWords.link);
    await fits(there, todayWords.title);
    await there.pressLink(areaWords.meetings);
    await fits(there, meetingWords.meetingOn(MEETING.said));
    await there.reads(meetingWords.deferred);
    await there.selectLabel(NEW.name);
    await there.selectLabel('triage-1');
    await there.pressButton(meetingWords.savePresent);
    await there.pressButton(meetingWords.open);
    await decide(there, 'INVITE_GROUP');
    await fits(there, reference);
    await there.pressButton(decidedWords.undo);
    await decide(there, 'ACCEPT_INITIAL_ASSESSMENT');
    await move(at.service, { advance: 'PT6M' });
    expect(await statusOf(at.service, reference)).toMatchObject({ outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
    await there.page.context().close();
  });

  it('a manager takes over the queue of a colleague who is away in two presses, and prints the pack', async () => {
    const references = [await inTriage(at.service), await inTriage(at.service)];
    const colleague = await hand();
    await comeToArea(colleague, at, FIRST);
    await colleague.pressLink(areaWords.triage);
    for (const reference of references) {
      await colleague.press(`tr:has-text("${reference}") button:has-text("${claimWords.claim}")`);
      await fits(colleague, queueWords.title);
    }
    await colleague.page.context().close();

    const manager = await hand();
    await comeToArea(manager, at, MANAGER);
    await manager.pressLink(areaWords.settings);
    await manager.pressLink(`${settingsWords.change} triage-1`);
    await manager.enterDate('from', MEETING.day);
    await manager.enterDate('to', MEETING.day);
    await manager.pressButton('Add leave');
    await manager.pressLink(areaWords.triage);
    await fits(manager, queueWords.title);
    const before = manager.done.presses;
    await manager.pressLink(handOnWords.ofAway('triage-1'));
    await fits(manager, handOnWords.of('triage-1'));
    await manager.selectLabel('manager');
    await manager.pressButton(handOnWords.hand);
    await fits(manager, handOnWords.done('manager'));
    await manager.reads(handOnWords.doneSays(2));
    expect(manager.done.presses - before).toBe(2);

    await manager.pressLink(areaWords.meetings);
    await manager.pressLink(MEETING.next);
    await manager.pressLink(meetingWords.pack);
    await fits(manager, packWords.title(MEETING.next));
    await manager.page.emulateMedia({ media: 'print' });
    const sheets = manager.page.locator('section', { hasText: 'Juniper' });
    expect(await sheets.count()).toBe(references.length);
    expect([await sheets.first().isVisible(), await manager.page.isVisible('nav')]).toEqual([true, false]);
    await manager.page.context().close();
  });
});
