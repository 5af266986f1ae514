import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { testConfig } from '#test/http/service-config.ts';
import { everyPageAsHtml } from '#tools/readability/pages.ts';
import { viewOf } from '#web/form/engine/view.ts';
import { theReferrer } from '#web/form/pages/before/the-referrer.ts';

const pages = await everyPageAsHtml();

/** Every box of one line on a page, with the attribute that says what the browser may offer. */
function boxesOn(html: string) {
  const tags = html.match(/<input\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const given = (attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1];
    const isForWords = !['hidden', 'radio', 'checkbox', 'file', 'submit'].includes(given('type') ?? '');
    return isForWords ? [{ name: given('name') ?? '', autocomplete: given('autocomplete') }] : [];
  });
}

/** What the browser may offer of who types. */
const own = [
  'referrer.name: name',
  'referrer.email: email',
  'referrer.phone: tel',
  'referrer.organisation: organization',
  'email: email',
  'mailbox: email',
  'name: name',
  'role: organization-title',
  'deciderName: name',
  'deciderRole: organization-title',
  'code: one-time-code',
];

const boxes = pages.flatMap(([page, html]) => boxesOn(html).map((box) => ({ page, ...box })));

describe('what a browser offers to fill in', () => {
  it('is said of every box of one line', () => {
    expect(boxes.length).toBeGreaterThan(150);
    expect(boxes.filter(({ autocomplete }) => autocomplete === undefined)).toEqual([]);
  });

  it('is not forbidden for several lines: a browser would then lose them when someone goes back', () => {
    const areas = pages.flatMap(([, html]) => html.match(/<textarea\b[^>]*>/g) ?? []);
    expect(areas.length).toBeGreaterThan(10);
    expect(areas.filter((area) => area.includes('autocomplete'))).toEqual([]);
  });

  it('is one’s own name, address and organisation, and of another person nothing', () => {
    const offered = boxes.filter(({ autocomplete }) => autocomplete !== 'off');
    expect(new Set(offered.map(({ name, autocomplete }) => `${name}: ${autocomplete}`))).toEqual(new Set(own));
  });

  it('is nothing to staff who enter what another person sent, and nothing of a colleague', () => {
    expect(theReferrer.fields.map((field) => viewOf(field, {}, []).autocomplete)).toEqual(
      theReferrer.fields.map(() => 'off'),
    );
    const ofColleague = boxes.filter(({ page }) => /hand-over/.test(page));
    expect(ofColleague.map(({ name }) => name)).toContain('email');
    expect(ofColleague.filter(({ autocomplete }) => autocomplete !== 'off')).toEqual([]);
  });
});

describe('a page where a referrer can write to us', () => {
  const written = pages.filter(([page, html]) => html.includes('<textarea') && !/triage|staff/.test(page));

  it('is a page of the form, of an answer or of a withdrawal', () => {
    const names = written.map(([page]) => page).join('\n');
    for (const part of ['/health', '/story', '/answer/write', '/withdraw']) expect(names).toContain(part);
    expect(written.length).toBeGreaterThan(8);
  });

  it.each([...written, ...pages.filter(([page]) => /\/(?:status|answer)$/.test(page))])(
    'begins with whom to call in an emergency, and when we read it: %s',
    (_page, html) => {
      const main = html.slice(html.indexOf('<main'));
      const line = main.indexOf('call 999');
      expect(line).toBeGreaterThan(0);
      for (const control of ['<textarea', '<form', '<h2 class="govuk-heading']) {
        const at = main.indexOf(control);
        expect(at === -1 || at > line).toBe(true);
      }
      expect(main.slice(line, line + 300)).toContain(testConfig.contact.hours);
    },
  );
});

describe('the HTML of a page', () => {
  it('says no attribute of a tag twice, because browsers drop the second', () => {
    const twice = pages.flatMap(([page, html]) => {
      const codes: string[] = [];
      parse(html, { onParseError: ({ code }) => codes.push(code) });
      return codes.includes('duplicate-attribute') ? [page] : [];
    });
    expect(twice).toEqual([]);
  });
});
