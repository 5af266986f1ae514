import { describe, expect, it } from 'vitest';
import { TASKS_BUTTON } from '#web/form/engine/words.ts';
import { answers, begin, fill, fillAll, referWorld } from './world.ts';

type Fields = Readonly<Record<string, string>>;

const eha = { 'earlyHelpAssessment.attached': 'no' };

/** Where saving each page leads, below the draft, on the way through a new referral without an Early Help Assessment. */
const road: [page: string, fields: Fields, next: string][] = [
  ['risk', answers.risk ?? {}, 'you'],
  ['you', answers.you ?? {}, 'eha'],
  ['eha', eha, 'agreement'],
  ['agreement', answers.agreement ?? {}, 'child'],
  ['child', answers.child ?? {}, 'parents/1'],
  ['parents/1', answers['parents/1'] ?? {}, 'home'],
  ['home', answers.home ?? {}, 'other-help'],
  ['social-care', { 'socialCare.status': 'NONE' }, 'setting'],
  ['setting', answers.setting ?? {}, 'story'],
  ['story', { 'story.worrying': 'No words yet' }, 'views'],
  ['views', { 'views.parents': 'We want to learn' }, 'tool'],
  ['tool', answers.tool ?? {}, 'ages'],
  ['ages', answers.ages ?? {}, 'ages/read'],
  ['health', answers.health ?? {}, 'evidence/1'],
  ['evidence/1', answers['evidence/1'] ?? {}, 'evidence/1/file'],
];

async function start() {
  const world = referWorld();
  const using = world.newBrowser();
  return { world, using, at: await begin(using) };
}

describe('“Save and continue”', () => {
  it('leads from each page to the next one that the rules or the decision need', async () => {
    const { using, at } = await start();
    const led: string[] = [];
    for (const [page, fields] of road) {
      const { location } = await fill(using, `${at}/${page}`, fields);
      led.push(location.slice(at.length + 1));
      const shown = { home: [`${at}/other-help`, 'social-care'], ages: [`${at}/ages/read`, 'health'] }[page];
      if (shown) expect((await using.get(shown[0] ?? '')).body).toContain(`href="${at}/${shown[1]}">Continue`);
    }
    expect(led).toEqual(road.map(([, , next]) => next));
  });

  it('passes over what is done already', async () => {
    const { world, using, at } = await start();
    await fillAll(world, using, at, ['home', 'setting']);
    expect((await fill(using, `${at}/child`, answers.child ?? {})).location).toBe(`${at}/home`);
    expect((await fill(using, `${at}/social-care`, {})).location).toBe(`${at}/setting`);
  });

  it('goes back to what is still needed before it offers anything else', async () => {
    const { world, using, at } = await start();
    await fillAll(world, using, at, ['child']);
    const { body } = await using.get(`${at}/evidence`);
    expect(body).toContain(`role="button" draggable="false" href="${at}/child">Continue`);
    await fill(using, `${at}/child`, answers.child ?? {});
    expect((await using.get(`${at}/evidence`)).body).toContain(`href="${at}/more">Continue`);
  });

  it('leads from each optional part back to the others, and one press leaves them out', async () => {
    const { using, at } = await start();
    for (const page of ['child-more', 'language'])
      expect((await fill(using, `${at}/${page}`, {})).location).toBe(`${at}/more`);
    const { body } = await using.get(`${at}/more`);
    for (const page of ['child-more', 'language', 'professionals']) expect(body).toContain(`href="${at}/${page}"`);
    expect(body).toContain(`href="${at}/check">Check your answers`);
    expect(body).not.toContain(TASKS_BUTTON);
  });

  it('returns to the answers when it was opened from there', async () => {
    const { world, using, at } = await start();
    await fillAll(world, using, at, ['setting']);
    const saved = await fill(using, `${at}/child`, { ...answers.child, from: 'check' });
    expect(saved.location).toBe(`${at}/check`);
    const parent = await fill(using, `${at}/parents/1`, { ...answers['parents/1'], from: 'check' });
    expect(parent.location).toBe(`${at}/parents?from=check`);
  });
});

describe('more than one parent or document', () => {
  it('asks for another parent with one press, once the first is right', async () => {
    const { using, at } = await start();
    const another = { leave: 'another' };
    expect((await fill(using, `${at}/parents/1`, another)).status).toBe(422);
    const saved = await fill(using, `${at}/parents/1`, { ...answers['parents/1'], ...another });
    expect(saved.location).toBe(`${at}/parents/2`);
  });

  it('leads from an entry that was changed back to its list', async () => {
    const { using, at } = await start();
    await fill(using, `${at}/parents/1`, answers['parents/1'] ?? {});
    expect((await fill(using, `${at}/parents/1`, answers['parents/1'] ?? {})).location).toBe(`${at}/parents`);
  });

  it('offers another document beside the way on, and stays with the documents while they are not enough', async () => {
    const { world, using, at } = await start();
    await fillAll(world, using, at);
    const enough = await using.get(`${at}/evidence/1/file`);
    expect(enough.body).toContain(`href="${at}/more">Continue`);
    expect(enough.body).toContain(`href="${at}/evidence/2">Add another document`);
    await fill(using, `${at}/evidence/1`, { ...answers['evidence/1'], 'evidence[0].type': 'PARENT_STATEMENT' });
    expect((await using.get(`${at}/evidence/1/file`)).body).toContain(`href="${at}/evidence">Continue`);
  });
});

describe('a draft that was stored before the pages were put in this order', () => {
  it('opens and goes on: what was answered on a page that is gone stands where it is asked now', async () => {
    const { world, using, at } = await start();
    await fillAll(world, using, at);
    const id = at.slice('/refer/'.length);
    const stored = await world.stores.drafts.readDraft(id);
    if (!stored) throw new Error('The draft is stored.');
    const done = [...stored.done, 'availability', 'child-more'];
    const before = { 'child.nhsNumber': '9990007314', 'earlyHelpAssessment.attached': 'no' };
    await world.stores.drafts.saveDraft({
      ...stored,
      done,
      version: stored.version + 1,
      answers: { ...stored.answers, ...before },
    });
    expect((await using.get(at)).status).toBe(200);
    expect((await using.get(`${at}/child`)).body).toContain('value="9990007314"');
    expect((await using.get(`${at}/home`)).body).toMatch(/weeklyHomeVisits"[^>]*value="yes" checked/);
    expect((await fill(using, `${at}/eha`, eha)).location).toBe(`${at}/other-help`);
    expect((await using.get(`${at}/check`)).body).not.toContain('to-send">Before');
  });
});
