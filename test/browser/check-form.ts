import type { Page } from 'playwright-core';

/** Fills the check as for a child of two with a delay in two areas, on 24 September 2026. */
export async function fillCheck(page: Page): Promise<void> {
  const texts = {
    'on-dob-day': '10',
    'on-dob-month': '9',
    'on-dob-year': '2024',
    'on-assessed-day': '1',
    'on-assessed-month': '9',
    'on-assessed-year': '2026',
    'age-locomotor': '10',
    'age-speech_and_language': '11.5',
    'number-otherHours': '2',
    'number-settingHours': '10',
  };
  for (const [id, text] of Object.entries(texts)) await page.fill(`[id="${id}"]`, text);
  await page.check('[id="evidence-SOGS"]');
  for (const name of ['available', 'agrees', 'aims']) await page.check(`[name="answer-${name}"][value="yes"]`);
}
