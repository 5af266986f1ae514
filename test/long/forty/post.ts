import { LETTERS_AT } from '#web/staff/letters/address.ts';
import { staffAt, textOf } from './hand.ts';
import { typed } from './settings.ts';
import type { Walk } from './walk.ts';

/** A letter as it was printed. */
export interface Letter {
  readonly reference: string;
  readonly day: string;
  readonly text: string;
}

/** As the administrator: prints each letter that waits, posts it and records the day. Answers what was printed. */
export async function postLetters({ at, nights }: Walk): Promise<Letter[]> {
  const clerk = staffAt(at, 'ade.marsh@example.org');
  const letters: Letter[] = [];
  for (;;) {
    const page = await clerk.open(LETTERS_AT);
    const [, id] = /name="open" value="([^"]+)"/.exec(page.html) ?? [];
    if (id === undefined) return letters;
    const todo = await clerk.fill(page, { open: id });
    const [reference = ''] = id.split('-');
    for (const [, path = ''] of todo.html.matchAll(/href="([^"]*\/letter\/\d+)"/g)) {
      letters.push({ reference, day: nights.today(), text: textOf(await clerk.open(path)) });
    }
    await clerk.fill(todo, { posted: 'YES', ...typed('on', nights.today()) });
  }
}

/** As the service manager: tells the families in person who must not be written to, and records it. */
export async function tellInPerson({ manager, nights }: Walk): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const page = await manager.open('/staff');
    const [, open] = /name="open" value="(\w+-TELL_IN_PERSON-[^"]+)"/.exec(page.html) ?? [];
    if (open === undefined) return told;
    const todo = await manager.fill(page, { open });
    told.push(textOf(todo));
    await manager.fill(todo, { how: 'BY_PHONE', ...typed('on', nights.today()), words: 'Pat Oakley' });
  }
}
