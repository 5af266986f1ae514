import { addDays, plainDate } from '#domain/values/dates.ts';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { balanceWords } from '#web/staff/lists/balance/words.ts';
import { type Staff, textOf } from './hand.ts';

/** The nights that have passed, each read on the page on which a manager sees whether the lists add up. */
export function nightsOf(at: Service, reader: Staff, from: string) {
  let day = from;
  const balanced: string[] = [];
  return {
    balanced,
    /** On to eight in the morning of this day, night by night. Throws with the name of the first night that does not add up. */
    passTo: async (to: string): Promise<void> => {
      while (day < to) {
        day = addDays(day, 1);
        await move(at, { at: `${day}T08:00` });
        await readNight(reader, day);
        balanced.push(day);
      }
    },
    /** On to this time of the same day. */
    clock: (time: string) => move(at, { at: `${day}T${time}` }),
    today: () => day,
  };
}
export type Nights = ReturnType<typeof nightsOf>;

async function readNight(reader: Staff, day: string): Promise<void> {
  const page = await reader.open('/staff/lists/balance');
  const said = textOf(page);
  if (said.includes(balanceWords.whole(plainDate(day)))) return;
  throw new Error(`The lists do not add up in the night of ${day}: ${said}`);
}
