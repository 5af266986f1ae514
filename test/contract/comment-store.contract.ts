import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import type { Comment } from '#domain/people/comment.ts';
import { AT, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const by = personActor('sam', 'Sam Field', 'triager');
const aComment = (id: string, at = AT): Comment => ({ reference: 'REF1', id, at, by, text: `Comment ${id}` });

export function commentStoreContract(open: OpenStore): void {
  describe('the comment store', () => {
    it('gives all comments of a referral, the oldest first, and none of another', async () => {
      const { stores } = await open();
      const [late, early] = [aComment('a', minutesAfter(5)), aComment('b')];
      for (const comment of [late, early]) await stores.comments.putComment(comment);
      await stores.comments.putComment({ ...aComment('c'), reference: 'REF2' });
      expect(await stores.comments.commentsOf('REF1')).toEqual([early, late]);
      expect(await stores.comments.commentsOf('REF3')).toEqual([]);
    });

    it('keeps a form once that is sent a hundred times at once', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.comments.putComment(aComment('a'))))).toBe(1);
      expect(await stores.comments.commentsOf('REF1')).toHaveLength(1);
    });
  });

  describe('the readings of a referral', () => {
    it('are given in their order, with who read what', async () => {
      const { stores } = await open();
      const reading = { reference: 'REF1', at: AT, by, what: 'RECORD', taskId: 'task-1' };
      const later = { reference: 'REF1', at: minutesAfter(1), by, what: 'EVIDENCE_0' };
      for (const one of [later, reading]) await stores.access.recordReading(one);
      expect(await stores.access.readingsOf('REF1')).toEqual([reading, later]);
      expect(await stores.access.readingsOf('REF2')).toEqual([]);
    });
  });
}
