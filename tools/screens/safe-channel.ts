import type { Page } from 'playwright-core';
import { openConfirm } from '#test/browser/beside.ts';
import type { Service } from '#test/system/service.ts';
import { picture } from './picture.ts';

/** What a second person is asked to confirm before a flagged family is emailed. */
export async function safeChannel(page: Page, at: Service): Promise<void> {
  await openConfirm(page, at);
  await picture(page, 'safe-channel-confirm');
}
