import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { tellPageWords, tellWords, upheldWords } from '#web/family/tell/words.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { answerFamilyFaultWords } from '#web/staff/todo/family-words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { familyWorld, pat } from './world.ts';

const sam = personActor('sam', 'Sam Brown', 'Service manager');
const kim = personActor('kim', 'Kim White', 'Practitioner');
const answer = { band: '', how: 'BY_PHONE', on: '2026-09-24', words: 'We rang too late', upheld: 'UPHELD' };

/** A family on its page whose child Kim accepted, with Sam as the second person. */
async function onPage(what: 'COMPLAINT' | 'DATA_COMPLAINT' = 'COMPLAINT') {
  const at = '2026-09-10T09:00:00.000Z';
  const decided = {
    ...{
      taskId: `${reference}-TRIAGE-1`,
      kind: 'TRIAGE' as const,
      outcome: 'ACCEPT_INITIAL_ASSESSMENT',
      reason: 'Met',
    },
    ...{
      by: kim,
      decidedAt: at,
      effectiveAt: at,
      second: { person: 'sam', name: 'Sam Brown', role: 'Service manager' },
    },
  };
  const world = await familyWorld({ theCase: { ...onList(), decisions: [decided] } });
  const { using } = await world.enter(await world.code());
  const path = `${world.at}/tell/${tellWords[what].at}`;
  const complain = async (words: string) => {
    const shown = await using.get(path);
    await using.post(path, { csrf: hidden(shown, 'csrf'), id: hidden(shown, 'id'), words });
    const todo = (await world.todos()).find(({ done }) => done === undefined);
    if (!todo) throw new Error('No TODO.');
    return todo;
  };
  const refused = async (todo: Todo, by: typeof pat) => {
    const result = await world.answer(todo, by, answer);
    return result.kind === 'INVALID' ? result.problems.map(({ code }) => code) : result.kind;
  };
  return { ...world, complain, refused, shown: async () => (await using.get(world.at)).body };
}

describe('a complaint', () => {
  it('is known to be with us at once, and says by when and by whom it is answered', async () => {
    const { complain, shown } = await onPage();
    await complain('No one rang');
    const body = await shown();
    expect(body).toContain(tellPageWords.waits('8 October 2026'));
    expect(body).toContain(tellPageWords.byAnother);
  });

  it('is answered by no one who took part in the decision', async () => {
    const { complain, refused, theCase } = await onPage();
    const todo = await complain('No one rang');
    expect(await refused(todo, kim)).toEqual(['DECIDED_IT']);
    expect(await refused(todo, sam)).toEqual(['DECIDED_IT']);
    expect((await theCase())?.familyAsks?.[0]?.answer).toBeUndefined();
    expect(await refused(todo, pat)).toBe('DONE');
  });

  it('leads who may not answer it to where it is given to a colleague', () => {
    expect(answerFamilyFaultWords.DECIDED_IT).toContain(areaWords.console);
  });

  it('is not answered before someone says if we agree', async () => {
    const { complain, answer: send } = await onPage();
    const result = await send(await complain('No one rang'), pat, { ...answer, upheld: '' });
    expect(result).toMatchObject({ kind: 'INVALID', problems: [{ code: 'UPHELD_MISSING', path: 'upheld' }] });
  });

  it('says what is missing in the order of the page (half-finished)', async () => {
    const { complain, answer: send } = await onPage();
    const result = await send(await complain('No one rang'), pat, { ...answer, upheld: '', how: '', words: '' });
    const paths = result.kind === 'INVALID' ? result.problems.map(({ path }) => path) : result.kind;
    expect(paths).toEqual(['upheld', 'how', 'words']);
  });

  it('shows the answer on the page and in the history, with what can be done next', async () => {
    const { complain, answer: send, shown, theCase } = await onPage();
    await send(await complain('No one rang'), pat, answer);
    const body = await shown();
    for (const said of [upheldWords.UPHELD, answer.words, tellPageWords.ombudsman]) expect(body).toContain(said);
    expect(body).toContain(tellPageWords.secondStage('24 September 2027', 20));
    const last = (await theCase())?.history.at(-1);
    expect(last).toMatchObject({ event: 'ASK_ANSWERED', what: 'COMPLAINT', upheld: 'UPHELD', text: answer.words });
  });

  it('made again after an answer has 20 working days and another person, and then the ombudsman alone', async () => {
    const { complain, answer: send, refused, shown } = await onPage();
    await send(await complain('No one rang'), pat, answer);
    const again = await complain('That is not what happened');
    expect(again.due.slice(0, 10)).toBe('2026-10-22');
    expect(await refused(again, pat)).toEqual(['DECIDED_IT']);
    const lou = personActor('lou', 'Lou Grey', 'Service manager');
    await send(again, lou, { ...answer, words: 'We looked again', upheld: 'NOT_UPHELD' });
    const body = await shown();
    const newest = body.slice(body.indexOf('We looked again'), body.indexOf(answer.words));
    expect(newest).toContain(tellPageWords.ombudsman);
    expect(newest).not.toContain(tellPageWords.secondStage('24 September 2027', 20));
  });

  it('made again after more months than the policy gives begins anew', async () => {
    const { complain, answer: send, clock, askTeam, todos } = await onPage();
    await send(await complain('No one rang'), pat, answer);
    clock.advanceMinutes(60 * 24 * 366);
    await askTeam({ reference, id: 'c'.repeat(32), by: pat, what: 'COMPLAINT', from: 'FAMILY', words: 'Again' });
    const open = (await todos()).find(({ done }) => done === undefined);
    // It comes on Saturday 25 September 2027, which counts as the Monday.
    expect(open?.due.slice(0, 10)).toBe('2027-10-11');
  });

  it('about information names the commissioner', async () => {
    const { complain, answer: send, shown } = await onPage('DATA_COMPLAINT');
    await send(await complain('You told our neighbour'), pat, answer);
    const body = await shown();
    expect([body.includes(tellPageWords.commissioner), body.includes(tellPageWords.ombudsman)]).toEqual([true, false]);
  });
});
