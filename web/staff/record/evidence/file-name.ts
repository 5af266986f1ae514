import type { Referral } from '#domain/referral/schema.ts';

type Documents = readonly Pick<Referral['evidence'][number], 'type' | 'furtherPages'>[];

/**
 * What a page of a document is called when it is saved, beside its reference: `SOGS-page-2`, or `SOGS` where it is all in one
 * file. The second document of a kind is `SOGS-2`. Made of codes and numbers only, never of a title that someone typed.
 */
export function nameOf(documents: Documents, index: number, place: number): string {
  const document = documents[index];
  if (!document) return 'DOCUMENT';
  const before = documents.slice(0, index).filter(({ type }) => type === document.type).length;
  const kind = `${document.type.replaceAll('_', '-')}${before === 0 ? '' : `-${before + 1}`}`;
  return (document.furtherPages ?? []).length === 0 ? kind : `${kind}-page-${place + 1}`;
}
