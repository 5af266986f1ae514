import { beforeAll, describe, expect, test } from 'vitest';
import { runDemo } from '#tools/demo/run.ts';
import { sample } from '#tools/demo/sample/all.ts';

let [isRight, text] = [false, ''];
beforeAll(async () => {
  isRight = await runDemo((line) => {
    text += `${line}\n`;
  });
});

describe('the demonstration', () => {
  test('ends every referral and every list as its sample says', () => {
    expect(text).toContain('Every referral ended where it should');
    expect(isRight).toBe(true);
  });

  test('explains every position of the list in Taunton by the band, the target date and the referral time', () => {
    const explained = text.replace(/\s+/g, ' ');

    expect(explained).toContain('Position 1 of 7: band to be set by a person, target date 24 March 2027. Nobody comes');
    expect(explained).toMatch(
      /Position 3 of 7: band 1 \(suggested\), target date 1 April 2027\. .* an earlier target date: 24 March/,
    );
    expect(explained).toMatch(/Position 4 of 7: .* referred on 24 September 2026, this one on 28 September 2026\./);
    expect(explained).toMatch(/Position 5 of 7: .* because of the band: 1 comes before 2\./);
    expect(explained).toMatch(/Position 6 of 7: .* referred earlier on the same day\./);
  });

  test('tells which e-mail went to whom, from the acknowledgement to the duty mailbox', () => {
    expect(text).toContain('→ e-mail to the referrer: we have received it');
    expect(text).toContain('→ e-mail to triager 1, triager 2: please triage');
    expect(text).toContain('→ e-mail to triager 1, triager 2: still waiting for triage');
    expect(text).toContain('→ e-mail to the duty mailbox: Immediate risk was declared');
    expect(text).toContain('→ e-mail to the advisory teachers: for your service');
    expect(text).not.toContain('somebody else');
  });

  test('is readable at 100 columns and names no child', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const { child } of sample.map(({ body }) => body)) {
      expect(text).not.toContain(child.lastName);
      expect(text).not.toContain(child.dob);
    }
  });
});
