import * as z from 'zod';
import { workedCases } from '#test/cases.ts';
import type { Service } from './service.ts';
import { executionsOf, historyOf, mailsOf } from './window.ts';

const named = z.looseObject({
  child: z.looseObject({ firstName: z.string(), lastName: z.string(), dob: z.iso.date(), nhsNumber: z.string() }),
  postcode: z.string(),
  referrer: z.looseObject({ name: z.string(), email: z.string(), phone: z.string() }),
  family: z.looseObject({
    parents: z.array(z.looseObject({ name: z.string(), email: z.string(), phone: z.string() })),
  }),
});

const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Everything in the worked cases that says who someone is, each as it could be written. */
const personal = workedCases.flatMap((one) => {
  const { child, postcode, referrer, family } = named.parse(one);
  const nhs = child.nhsNumber.replace(/^(...)(...)(....)$/, '$1 $2 $3');
  const people = [referrer, ...family.parents].flatMap(({ name, email, phone }) => [name, email, phone]);
  const born = [child.dob, inWords.format(new Date(child.dob)), child.dob.split('-').reverse().join('/')];
  const written = [child.firstName, child.lastName, child.nhsNumber, nhs, postcode, postcode.replace(' ', '')];
  return [...written, ...born, ...people];
});

const patternOf = (word: string) => new RegExp(`(?<![A-Za-z0-9])${word.replace(/[.()]/g, '\\$&')}`);
const words = [...new Set([...personal, 'Juniper', 'Quixotica'])].map(patternOf);

/** How to reach a referrer, and not who they are: an alert tells the duty mailbox that of its sender, and no one else. */
const waysToReach = new Set(
  workedCases.flatMap((one) => {
    const { email, phone } = named.parse(one).referrer;
    return [email, phone].map((way) => patternOf(way).source);
  }),
);

/** The secret of a mailed link: 43 random letters, which spell a short name now and then. */
const secret = /(?<=\/l\/)[\w-]{43}(?![\w-])/g;

/** When a line of the log was written, or of which night or day it tells: one worked case has a birthday to come. */
const whenOfLine = /"(timestamp|night|day)":"[^"]*"/g;

/** What of all that a text holds; the secrets of its links are left out. */
export const personalIn = (text: string) => {
  const readable = text.replaceAll(secret, '');
  return words.filter((word) => word.test(readable)).map(({ source }) => source);
};

/** Where anything that says who someone is has got out: emails, histories of executions, and what functions print. */
export async function leaks(at: Service): Promise<string[]> {
  const mails = (await mailsOf(at)).flatMap(({ to, subject, text, html }) => {
    const isToDuty = to.every((mailbox) => mailbox === 'duty@example.org');
    const isOut = (word: string) => !(isToDuty && waysToReach.has(word));
    return [
      ...personalIn(subject).map((word) => `the subject "${subject}": ${word}`),
      ...personalIn(text)
        .filter(isOut)
        .map((word) => `the e-mail "${subject}": ${word}`),
      ...personalIn(html)
        .filter(isOut)
        .map((word) => `the HTML of the e-mail "${subject}": ${word}`),
    ];
  });
  const histories: string[] = [];
  for (const { name } of await executionsOf(at)) {
    const found = personalIn(`${name} ${await historyOf(at, name)}`);
    histories.push(...found.map((word) => `the history of ${name}: ${word}`));
  }
  const log = at
    .logged()
    .replaceAll(whenOfLine, '')
    .split('\n')
    .flatMap((line) => personalIn(line).map((word) => `the log, ${line.slice(0, 60)}: ${word}`));
  return [...mails, ...histories, ...log];
}

/** The links of all emails that do not begin with the base URL, or are not followed by white space. */
export async function strangeLinks(at: Service): Promise<string[]> {
  return (await mailsOf(at)).flatMap(({ text }) =>
    [...text.matchAll(/https?:\/\/[^\s]*/g)]
      .map(([link]) => link)
      .filter((link) => !link.startsWith(`${at.url}/`) || !/^[\w:/.~-]*[\w~-]$/.test(link)),
  );
}
