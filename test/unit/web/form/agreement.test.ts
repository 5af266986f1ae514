import { describe, expect, it } from 'vitest';
import { readBody } from '#web/form/body/read-body.ts';
import { stepAt } from '#web/form/engine/steps.ts';

type Typed = Readonly<Record<string, string>>;
const body = (answers: Typed) => readBody(answers).body;
const whoField = (answers: Typed) =>
  stepAt(answers, 'agreement', undefined)?.fields.find(({ path }) => path === 'agreement.by');
const choices = (answers: Typed) => whoField(answers)?.options?.map(({ label }) => label);

const parents = { 'family.parents[0].name': 'Parent 01', 'family.parents[1].name': ' Parent 02 ' };
const agreed = { 'agreement.on-day': '1', 'agreement.on-month': '9', 'agreement.on-year': '2026' };

describe('who agreed', () => {
  it('is typed while no parent was named', () => {
    expect(whoField({})?.kind).toBe('text');
    expect(body({ 'agreement.by': 'Parent 01' })).toMatchObject({ agreement: { by: 'Parent 01' } });
  });

  it('is chosen from the parents who were named, or someone else', () => {
    expect(choices(parents)).toEqual(['Parent 01', 'Parent 02', 'Someone else']);
    const other = { ...parents, 'agreement.by': 'ELSE', 'agreement.byOther': 'Grandparent 01' };
    expect(body({ ...parents, 'agreement.by': 'Parent 02' })).toMatchObject({ agreement: { by: 'Parent 02' } });
    expect(body(other)).toMatchObject({ agreement: { by: 'Grandparent 01' } });
    expect(body({ ...other, 'agreement.byOther': ' ' })).not.toHaveProperty('agreement');
  });

  it('keeps a name that was typed before the parents were named, or before one was renamed', () => {
    expect(choices({ ...parents, 'agreement.by': 'Parent 99' })).toContain('Parent 99');
  });

  it('never offers the word for someone else as a name, even when every parent was taken out again', () => {
    expect(choices({ 'agreement.by': 'ELSE' })).toEqual(['Someone else']);
  });
});

describe('the day of the privacy notice', () => {
  it('is that of the agreement without being typed again', () => {
    expect(body({ ...agreed, 'agreement.privacyNotice': 'SAME_DAY' })).toMatchObject({
      agreement: { on: '2026-09-01', privacyNoticeGivenOn: '2026-09-01' },
    });
  });

  it('is another day where that is chosen, and none where it is not', () => {
    const other = {
      'agreement.privacyNoticeGivenOn-day': '2',
      'agreement.privacyNoticeGivenOn-month': '9',
      'agreement.privacyNoticeGivenOn-year': '2026',
    };
    const given = (chosen: string) => body({ ...agreed, ...other, 'agreement.privacyNotice': chosen });
    expect(given('ANOTHER_DAY')).toMatchObject({ agreement: { privacyNoticeGivenOn: '2026-09-02' } });
    expect(given('NOT_YET')).not.toHaveProperty('agreement.privacyNoticeGivenOn');
  });

  it('is left out while the day of the agreement cannot be (malformed), so that one mistake is said once', () => {
    const wrong = { ...agreed, 'agreement.on-month': '13', 'agreement.privacyNotice': 'SAME_DAY' };
    expect(body(wrong)).not.toHaveProperty('agreement.privacyNoticeGivenOn');
  });
});
