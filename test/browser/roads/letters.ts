import { expect } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { FIRST } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { letterListWords } from '#web/staff/letters/list-words.ts';
import { lettersWords } from '#web/staff/letters/words.ts';
import { responsibilityWords } from '#web/staff/responsibility/words.ts';
import { confirmWords, safeContactWords } from '#web/staff/safe-contact/words.ts';
import { whoWords } from '#web/staff/todo/words.ts';
import { type Cast, decide, enter, heardBy, MANAGER, openWork, todayIn } from '../cast.ts';
import { fillIn } from '../form.ts';

/** A flagged family, a looked-after child, a family without email and one whose email comes back, each to its letter. */
export async function letters({ at, cast }: Cast): Promise<void> {
  const parent = (name: string, email: string, more = {}) => ({ name, email, ...more });
  const address = '1 Example Road, Taunton, TA1 9ZZ';
  const flagged = await inTriage(at.service, {
    family: {
      parents: [
        parent('Sara Safe', 'sara@example.org', { addressKeptFrom: 'Tom Other' }),
        parent('Tom Other', 'tom@example.org'),
      ],
    },
  });
  const lookedAfter = await inTriage(at.service, {
    family: { parents: [parent('Bea Mother', 'bea@example.org'), parent('Fay Foster', 'fay@example.org')] },
    socialCare: { status: 'LOOKED_AFTER' },
  });
  const posted = await inTriage(at.service, { family: { parents: [{ name: 'Nell Post', address }] } });
  const bounced = await inTriage(at.service, {
    family: { parents: [parent('Ben Back', 'bounce@example.org', { address })] },
  });

  const manager = await cast.staff(MANAGER);
  await manager.follow(`${at.service.url}/staff/records/${flagged}/safe-contact`);
  const safe = { parent: '0', channel: 'EMAIL', 'on-day': '24', 'on-month': '12', 'on-year': '2026' };
  await enter(manager, { ...safe, reason: 'She told me by phone' }, safeContactWords.button);
  const second = await cast.staff(FIRST);
  await openWork(second, `${flagged}-CONFIRM_CHANNEL`);
  await second.pressButton(confirmWords.button);
  await manager.follow(`${at.service.url}/staff/records/${lookedAfter}/responsibility`);
  const holds = { parent: '1', holds: 'YES', mayEmail: 'yes', reason: 'The care order' };
  await enter(manager, holds, responsibilityWords.button);
  for (const box of ['agreed-1', 'told-1']) await manager.page.check(`[name="${box}"]`);
  await fillIn(manager.page, { toldName: 'Sol Worker', toldRole: 'social worker', hearReason: 'The care order' });
  await manager.press('form[action$="/told"] button');

  for (const reference of [flagged, lookedAfter, posted, bounced])
    await decide(at, reference, { outcome: 'ACCEPT_INITIAL_ASSESSMENT', band: '1' });
  await move(at.service, { advance: 'PT2M' });
  for (const [reference, yes, no] of [
    [flagged, 'sara@example.org', 'tom@example.org'],
    [lookedAfter, 'fay@example.org', 'bea@example.org'],
  ] as const) {
    expect(await heardBy(at.service, reference, no)).toEqual([]);
    expect(await heardBy(at.service, reference, yes)).toHaveLength(1);
  }

  await cast.staff(MANAGER);
  await openWork(manager, `${lookedAfter}-TELL_IN_PERSON`);
  await manager.reads('Sol Worker, social worker');
  await manager.reads(whoWords.notTold('Bea Mother'));
  await cast.look(manager);
  await manager.follow(`${at.service.url}/staff/letters`);
  for (const [reference, name] of Object.entries({ [posted]: 'Nell Post', [bounced]: 'Ben Back' })) {
    await manager.press(`main button:has-text("${letterListWords.open}"):has-text("${reference}")`);
    await manager.pressLink(lettersWords.open(name));
    await manager.reads(`Dear ${name}`);
    await manager.follow(`${at.service.url}/staff/letters`);
    await manager.page.check(`[name^="letter-${reference}"]`);
    await manager.enterDate('on', await todayIn(at));
    await manager.pressButton(letterListWords.record);
  }
  await manager.reads(letterListWords.empty);
}
