import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { until } from '#test/system/until.ts';
import { verdictTitles } from '#web/public/check/answer.ts';
import { fillCheck } from './check-form.ts';
import { faultsOn, showsFocus } from './judge.ts';
import { type Screen, stage } from './stage.ts';

const at = stage();

async function open(path: string, screen: Screen = {}): Promise<Page> {
  const page = await at.newPage(screen);
  await page.goto(`${at.service.url}${path}`);
  return page;
}

const send = (page: Page) => page.click('main button');

/** Every page and state that anyone can reach, by what leads there. */
const states: [name: string, path: string, act: (page: Page) => Promise<unknown>][] = [
  ['start', '/', async () => undefined],
  ['other services', '/services', async () => undefined],
  ['help', '/help', async () => undefined],
  ['privacy notice', '/privacy', async () => undefined],
  ['accessibility statement', '/accessibility', async () => undefined],
  ['referral form on paper', '/paper-form', async () => undefined],
  ['check', '/check', async () => undefined],
  ['check with nothing filled in', '/check', send],
  [
    'check with a wrong date, age and hours',
    '/check',
    async (page) => {
      await fillCheck(page);
      await page.fill('#on-dob-month', '14');
      await page.fill('#age-visual', 'two');
      await page.fill('#number-settingHours', 'many');
      await send(page);
    },
  ],
  [
    'check answered yes',
    '/check',
    async (page) => {
      await fillCheck(page);
      await send(page);
    },
  ],
  [
    'check answered not yet',
    '/check',
    async (page) => {
      await fillCheck(page);
      await page.uncheck('#evidence-SOGS');
      await page.check('[name="answer-agrees"][value="no"]');
      await send(page);
    },
  ],
  [
    'check for a child over three',
    '/check',
    async (page) => {
      await fillCheck(page);
      await page.fill('#on-dob-year', '2022');
      await send(page);
    },
  ],
  ['a page that is not there', '/referral/l/none', async () => undefined],
];

describe('in a narrow and in a wide window', () => {
  it.each(states)('%s: axe finds nothing and nothing stands out', async (_name, path, act) => {
    const page = await open(path);
    await act(page);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe.each([
  ['off', false],
  ['on', true],
])('with JavaScript %s', (_state, javaScript) => {
  it('the check answers, and a change to one answer keeps the others', async () => {
    const page = await open('/', { javaScript, width: 375 });
    await page.click('main a[href$="/check"]');
    await fillCheck(page);
    await send(page);
    expect(await page.textContent('h1')).toBe(verdictTitles.ELIGIBLE);
    await page.fill('#number-otherHours', '16');
    await send(page);
    expect(await page.textContent('h1')).toBe(verdictTitles.LIKELY_INELIGIBLE);
    expect(await page.inputValue('#age-locomotor')).toBe('10');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('errors take the focus, say so in the title, and lead to their fields', async () => {
    const page = await open('/check', { javaScript });
    await page.fill('#age-visual', '14.5');
    await send(page);
    expect(await page.title()).toMatch(/^Error: /);
    // The browser moves the focus when it draws the page, which is after it has loaded it.
    await until('the error summary has the focus', async () =>
      (await page.evaluate("document.activeElement.classList.contains('govuk-error-summary')")) ? true : undefined,
    );
    await page.click('.govuk-error-summary a >> nth=0');
    expect(await page.evaluate('document.activeElement.id')).toBe('on-dob-day');
    expect(await page.inputValue('#age-visual')).toBe('14.5');
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  it('the whole check can be filled in and sent, with the focus always in sight', async () => {
    const page = await open('/check');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    const typed = ['10', '9', '2024', '', '1', '9', '2026', '', '', '10', '', '', '', '11.5', '', '', ''];
    const kinds = ['Space', ...Array(11).fill('')];
    for (const text of typed) {
      await page.keyboard.press('Tab');
      expect(await showsFocus(page)).toBe(true);
      await page.keyboard.type(text);
    }
    for (const key of kinds) {
      await page.keyboard.press('Tab');
      expect(await showsFocus(page)).toBe(true);
      if (key) await page.keyboard.press(key);
    }
    for (const text of ['2', '10']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    for (let question = 0; question < 3; question += 1) {
      await page.keyboard.press('Tab');
      expect(await showsFocus(page)).toBe(true);
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/check');
    await page.waitForSelector(`h1:has-text("${verdictTitles.ELIGIBLE}")`);
    await page.context().close();
  });
});

describe('the links', () => {
  it('lead from the start page to pages that are there, and no further than this service and its neighbours', async () => {
    const page = await open('/');
    const found = new Set<string>([at.service.url]);
    const elsewhere = new Set<string>();
    for (const address of found) {
      const answer = await page.request.get(address);
      expect([address, answer.status()]).toEqual([address, 200]);
      if (!answer.headers()['content-type']?.includes('html')) continue;
      for (const [, to = ''] of (await answer.text()).matchAll(/href="([^"#]+)/g)) {
        const url = new URL(to, address).href;
        if (url.startsWith(at.service.url)) found.add(url);
        else elsewhere.add(url);
      }
    }
    expect(found.size).toBeGreaterThanOrEqual(8);
    expect([...elsewhere].filter((url) => !/^(mailto|tel):/.test(url))).toEqual([
      'https://www.supportservicesforeducation.co.uk/Services/6203',
    ]);
    await page.context().close();
  });
});

describe('a page', () => {
  it('loads nothing but itself, its looks and the logo, without a word in the console', async () => {
    const page = await at.newPage();
    const loaded: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${at.service.url}/check`);
    expect(loaded).toEqual([
      '/check',
      expect.stringMatching(/^\/assets\/small-steps-[0-9a-f]{12}\.css$/),
      expect.stringMatching(/^\/assets\/theme-[0-9a-f]{12}\.css$/),
      expect.stringMatching(/^\/assets\/logo-[0-9a-f]{12}\.svg$/),
    ]);
    expect(said).toEqual([]);
    await page.context().close();
  });
});
