import { type Accepted, readStatus, type Status } from './api.ts';
import { type Mail, readMail } from './inbox.ts';
import { roleOf } from './people.ts';
import { clockTime, dayInWords, hang, type Print } from './print.ts';
import type { SampleReferral } from './sample/sample.ts';
import { eventInWords } from './words.ts';
import type { World } from './world.ts';

/** Something worth telling about one referral; `about` is its reference. */
export type Happening = { at: string; about: string; text: string };

type Followed = { sent: SampleReferral; statusUrl: string; told: number };

/** Shown in place of the reference of a referral that was refused. */
export const NO_REFERENCE = '–';

/** Follows every referral by its status and by the emails that go out, and prints each happening once. */
export function followRoads(world: World, print: Print) {
  const followed = new Map<string, Followed>();
  let [mailTold, day] = [0, ''];

  async function eventsOf(reference: string): Promise<Happening[]> {
    const one = followed.get(reference);
    if (!one) return [];
    const status: Status = await readStatus(world, one.statusUrl);
    const news = status.history.slice(one.told);
    one.told = status.history.length;
    return news.flatMap(({ at, event }) => {
      const text = eventInWords(event, one.sent, status);
      return text === undefined ? [] : [{ at, about: reference, text }];
    });
  }

  async function newMail(otherwise: string): Promise<Happening[]> {
    const mail = (await readMail(world)).slice(mailTold);
    mailTold += mail.length;
    return mail.map((one) => mailInWords(one, [...followed.keys()], otherwise));
  }

  function tell(happenings: readonly Happening[]): void {
    for (const block of inBlocks(happenings)) {
      const [first] = block;
      if (first === undefined) continue;
      if (dayInWords(first.at) !== day) print(`${dayInWords(first.at)}\n`);
      day = dayInWords(first.at);
      print(`  ${first.about.padEnd(11)}  ${followed.get(first.about)?.sent.name ?? 'Not taken'}`);
      for (const [index, { at, text }] of block.entries()) {
        const time = clockTime(at);
        const isSame = time === clockTime(block[index - 1]?.at ?? '1970-01-01T00:00:00Z');
        print(hang(`    ${isSame ? '     ' : time}  `, text));
      }
      print('');
    }
  }

  return {
    follow: ({ reference, statusUrl }: Accepted, sent: SampleReferral) => {
      followed.set(reference, { sent, statusUrl, told: 0 });
    },
    /** Prints what is new: of these referrals (all, unless named), in the post, and what the caller has to add. */
    catchUp: async (added: readonly Happening[] = [], references: readonly string[] = [...followed.keys()]) => {
      const events = await Promise.all(references.map(eventsOf));
      tell([...added, ...events.flat(), ...(await newMail(references[0] ?? NO_REFERENCE))]);
    },
  };
}
export type Roads = ReturnType<typeof followRoads>;

/** A subject without a reference, such as that of a code, belongs to what is going on. */
function mailInWords({ to, subject, sentAt }: Mail, references: readonly string[], otherwise: string): Happening {
  const about = references.find((reference) => subject.includes(reference)) ?? otherwise;
  const title = subject.replace(`Referral ${about}: `, '').replace(` about ${about}`, '').replace(` ${about}`, '');
  return { at: sentAt, about, text: `→ email to ${to.map(roleOf).join(', ')}: ${title}` };
}

/** By day, then by referral in the order in which they first come up, then by time; equal emails become one line. */
function inBlocks(happenings: readonly Happening[]): Happening[][] {
  const sorted = happenings.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const blocks = Map.groupBy(sorted, ({ at, about }) => `${dayInWords(at)} ${about}`);
  return [...blocks.values()].map(joined);
}

function joined(block: readonly Happening[]): Happening[] {
  const kept: Happening[] = [];
  for (const one of block) {
    const [, to, title = ''] = /^→ email to (.*?): (.*)$/.exec(one.text) ?? [];
    const same = kept.find(({ text }) => to !== undefined && text.startsWith('→') && text.endsWith(`: ${title}`));
    if (same) same.text = same.text.replace(`: ${title}`, `, ${to}: ${title}`);
    else kept.push({ ...one });
  }
  return kept;
}
