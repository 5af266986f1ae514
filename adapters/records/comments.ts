import { commentSchema } from '#domain/people/comment.ts';
import type { CommentStore } from '#domain/ports/stores.ts';
import { COMMENT_PREFIX, commentKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

export function commentStore(table: Table): CommentStore {
  return {
    putComment: (comment) =>
      table.put({ ...commentKey(comment.reference, comment.id), ...comment }, { absent: ['pk'] }),
    commentsOf: async (reference) => {
      const items = await table.under(commentKey(reference, '').pk, COMMENT_PREFIX);
      const comments = items.map((item) => parseItem(commentSchema, item));
      return comments.sort((one, other) => (one.at < other.at ? -1 : 1));
    },
  };
}
