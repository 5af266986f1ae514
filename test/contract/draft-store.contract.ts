import { describe, expect, it } from 'vitest';
import { newDraft, withLinkSent, withPage } from '#domain/draft/change.ts';
import { erased, forgotten } from '#domain/draft/erase.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const typed = { 'child.firstName': ' Zoë\n“Z” ', 'child.lastName': '' };
const page = { path: 'child', names: Object.keys(typed), typed, isDone: true };
const DAY = 24 * 60;

export function draftStoreContract(open: OpenStore): void {
  describe('the draft store', () => {
    it('gives a draft back exactly as it was typed', async () => {
      const { stores } = await open();
      const draft = newDraft(id, AT, defaultPolicy);
      expect(await stores.drafts.readDraft(id)).toBeUndefined();
      expect(await stores.drafts.saveDraft(draft)).toBe(true);
      const filled = withPage(draft, minutesAfter(1), page);
      expect(await stores.drafts.saveDraft(filled)).toBe(true);
      expect(await stores.drafts.readDraft(id)).toEqual(filled);
    });

    it('has one winner when a hundred save the same version at once', async () => {
      const { stores } = await open();
      const draft = newDraft(id, AT, defaultPolicy);
      await stores.drafts.saveDraft(draft);
      const attempts = hundred.map((i) => stores.drafts.saveDraft(withPage(draft, minutesAfter(i), page)));
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('brings a draft to the sweeper on its last day, and never once it is erased', async () => {
      const { stores, catchUp } = await open();
      const draft = newDraft(id, AT, defaultPolicy);
      await stores.drafts.saveDraft(draft);
      catchUp();
      expect(await stores.indexes.due('DRAFT', minutesAfter(28 * DAY - 1), 10)).toEqual([]);
      expect(await stores.indexes.due('DRAFT', minutesAfter(28 * DAY), 10)).toMatchObject([{ draftId: id }]);
      await stores.drafts.saveDraft(erased(draft, minutesAfter(28 * DAY)));
      catchUp();
      expect(await stores.indexes.due('DRAFT', minutesAfter(99 * DAY), 10)).toEqual([]);
    });

    it('brings an erased draft to the sweeper again while files are left of it', async () => {
      const { stores, catchUp } = await open();
      const draft = { ...newDraft(id, AT, defaultPolicy), answers: { 'evidence[0].evidenceId': 'e1' } };
      const bare = erased(draft, minutesAfter(28 * DAY));
      const once = forgotten(bare, minutesAfter(28 * DAY));
      for (const version of [draft, bare, once]) await stores.drafts.saveDraft(version);
      catchUp();
      expect(await stores.indexes.due('DRAFT', minutesAfter(29 * DAY - 1), 10)).toEqual([]);
      expect(await stores.indexes.due('DRAFT', minutesAfter(29 * DAY), 10)).toMatchObject([{ draftId: id }]);
      await stores.drafts.saveDraft(forgotten(once, minutesAfter(29 * DAY)));
      catchUp();
      expect(await stores.indexes.due('DRAFT', minutesAfter(99 * DAY), 10)).toEqual([]);
    });

    it('brings a draft with a link to the sweeper on the working morning three days before', async () => {
      const { stores, catchUp } = await open();
      const draft = newDraft(id, AT, defaultPolicy);
      await stores.drafts.saveDraft(draft);
      await stores.drafts.saveDraft(withLinkSent(draft, AT, 'referrer01@example.org'));
      catchUp();
      expect(await stores.indexes.due('DRAFT', minutesAfter(25 * DAY - 61), 10)).toEqual([]);
      expect(await stores.indexes.due('DRAFT', minutesAfter(25 * DAY - 60), 10)).toMatchObject([{ draftId: id }]);
    });
  });
}
