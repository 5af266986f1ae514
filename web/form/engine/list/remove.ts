import { next } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { ListPage } from '../page-types.ts';

/** The draft without one entry of a list. Later entries move up. */
export function withoutEntry(draft: Draft, now: string, { root, path }: ListPage, index: number): Draft {
  const moved = (place: number) => (place > index ? place - 1 : place);
  const answers = Object.entries(draft.answers).flatMap(([name, typed]) => {
    const place = placeIn(name, `${root}[`, ']');
    if (place === undefined) return [[name, typed] as const];
    const rest = name.slice(`${root}[${place}]`.length);
    return place === index ? [] : [[`${root}[${moved(place)}]${rest}`, typed] as const];
  });
  const done = draft.done.flatMap((step) => {
    const place = placeIn(step, `${path}/`, '');
    if (place === undefined) return [step];
    return place - 1 === index ? [] : [`${path}/${moved(place - 1) + 1}`];
  });
  return next(draft, now, { answers: Object.fromEntries(answers), done });
}

function placeIn(text: string, before: string, after: string): number | undefined {
  if (!text.startsWith(before)) return undefined;
  const digits = /^\d+/.exec(text.slice(before.length))?.[0];
  return digits !== undefined && text.startsWith(after, before.length + digits.length) ? Number(digits) : undefined;
}
