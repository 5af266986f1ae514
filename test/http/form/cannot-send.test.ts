import { describe, expect, it } from 'vitest';
import { sendWords } from '#web/form/check/words.ts';
import { inFormWords } from '#web/form/engine/mistake-words.ts';
import { stopWords } from '#web/form/engine/stops.ts';
import { toolField } from '#web/form/pages/development/tool.ts';
import { answers, begin, fill, fillAll, referWorld, send } from './world.ts';

type Fields = Readonly<Record<string, string>>;

const consent = (agrees: string, aims: string) => ({
  'consent.parentAgreesToReferral': agrees,
  'consent.parentUnderstandsAims': aims,
});

async function filled(without: readonly string[] = []) {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fillAll(world, using, at, without);
  return { world, using, at };
}

/** How the list of tasks shows a page, in its status. */
async function statusOf({ using, at }: Awaited<ReturnType<typeof filled>>, page: string): Promise<string> {
  const { body } = await using.get(at);
  const item = body.split('govuk-task-list__item').find((one) => one.includes(`/${page}"`)) ?? '';
  const status = item.slice(item.indexOf('task-list__status'));
  return (
    status
      .replace(/^[^>]*>/, '')
      .replace(/<[^>]*>/g, '')
      .trim()
      .split('\n')[0] ?? ''
  );
}

describe('a task whose answers keep the referral from being sent', () => {
  const stopped: [name: string, code: string, page: string, fields: Fields][] = [
    ['the parents do not agree', 'PARENT_DOES_NOT_AGREE', 'agreement', consent('no', 'yes')],
    ['the parents do not agree, nor know the aims', 'PARENT_DOES_NOT_AGREE', 'agreement', consent('no', 'no')],
    ['the aims were not explained', 'AIMS_OF_PORTAGE_NOT_EXPLAINED', 'agreement', consent('yes', 'no')],
    ['the child is beyond Reception', 'AGE_BEYOND_RECEPTION', 'child', { ...answers.child, 'child.dob-year': '2018' }],
  ];
  it.each(stopped)('says so when %s', async (_name, code, page, fields) => {
    const draft = await filled();
    expect(await statusOf(draft, page)).toBe('Completed');
    await fill(draft.using, `${draft.at}/${page}`, fields);
    expect(await statusOf(draft, page)).toBe(stopWords.get(code));
    await send(draft.using, draft.at);
    expect(draft.world.started).toEqual([]);
  });

  it('is completed for a child over 3, whose referral can be sent', async () => {
    const draft = await filled();
    await fill(draft.using, `${draft.at}/child`, { ...answers.child, 'child.dob-year': '2023' });
    expect(await statusOf(draft, 'child')).toBe('Completed');
  });
});

describe('how development was assessed', () => {
  const NO_TOOL = `How was development assessed? ${inFormWords({ rule: 'missing', params: {} }, toolField)}`;
  const unsaid: [name: string, fields: Fields, said: string][] = [
    ['was never answered', {}, NO_TOOL],
    ['has a tool and no date', { 'development.tool': 'SOGS', 'development.gives': 'AGES' }, '/tool?from=check"'],
    ['has a date that does not exist', { ...answers.tool, 'development.assessedOn-day': '31' }, '/tool?from=check"'],
    ['has a date to come', { ...answers.tool, 'development.assessedOn-year': '2027' }, '/tool?from=check"'],
  ];
  it.each(unsaid)('keeps the referral from being sent when it %s', async (_name, fields, said) => {
    const draft = await filled(['tool', 'ages']);
    if (Object.keys(fields).length > 0) await fill(draft.using, `${draft.at}/tool`, fields);
    const check = await draft.using.get(`${draft.at}/check`);
    expect(check.body).toContain(sendWords.before);
    expect(check.body).toContain(said);
    await send(draft.using, draft.at);
    expect(draft.world.started).toEqual([]);
  });

  it.each<[string, Fields]>([
    ['one press says none', { 'development.tool': 'NONE' }],
    ['a description in words', { ...answers.tool, 'development.tool': 'UNSTATED', 'development.gives': 'WORDS' }],
    ['a tool with its date', { ...(answers.tool ?? {}) }],
  ])('lets it be sent: %s', async (_name, fields) => {
    const draft = await filled(['tool', 'ages']);
    await fill(draft.using, `${draft.at}/tool`, fields);
    expect((await send(draft.using, draft.at)).location).toBe(`${draft.at}/sent`);
  });
});
