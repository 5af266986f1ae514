import { offerWords } from '#web/family/offer/words.ts';
import { statusWhen } from './api.ts';
import { BORN, born } from './referrer.ts';
import type { Service } from './service.ts';
import { type Browser, browser, hidden, type Page } from './triage.ts';
import { until } from './until.ts';
import { mailsAbout } from './window.ts';

const day = (name: string) => ({ [`${name}-day`]: '28', [`${name}-month`]: '9', [`${name}-year`]: '2026' });
const GROUP = {
  ...{ change: 'GROUP', pathway: 'PORTAGE_GROUP', name: 'A group', places: '6', ...day('from') },
  ...{ venue: 'Example Hall', access: 'Ramp', day: 'MONDAY', at: '10am', ends: '11:30am' },
};

const mustLead = ({ status, body }: Page, what: string) => {
  if (status !== 303) throw new Error(`${what} answered ${status}: ${body}`);
};

/** As a service manager: a Portage group in this locality, with six places. */
export async function addGroup(at: Service, manager: Browser, locality: string): Promise<void> {
  const address = `${at.url}/staff/settings/capacity/groups/new`;
  const form = await manager.get(address);
  const own = { csrf: hidden(form, 'csrf'), version: hidden(form, 'version') };
  mustLead(await manager.post(address, { ...own, ...GROUP, locality }), 'The settings of a group');
}

/** As a service manager: the first free place is offered to the child who is next. Answers with their reference. */
export async function offerNext(at: Service, manager: Browser): Promise<string> {
  const { body } = await manager.get(`${at.url}/staff/offers`);
  const [, path = ''] = /href="[^"]*(\/staff\/offers\/[^"]+)"/.exec(body) ?? [];
  const form = await manager.get(at.url + path);
  const [csrf, reference, offer] = [hidden(form, 'csrf'), hidden(form, 'reference'), hidden(form, 'offer')];
  mustLead(await manager.post(at.url + path, { csrf, reference, offer }), 'The offer');
  await statusWhen(at, reference, 'IN_SUPPORT');
  return reference;
}

/** The link to answer an offer, as the family was emailed it. */
export const offerLink = (at: Service, reference: string) =>
  until(`${reference} was offered a place by email`, async () =>
    (await mailsAbout(at, reference)).flatMap(({ text }) => /^http\S+\/family\/l\/\S+$/m.exec(text)?.[0] ?? []).at(-1),
  );

/** As the family: the link, the date of birth, and yes. */
export async function acceptOffer(at: Service, reference: string, on = BORN): Promise<void> {
  const using = browser();
  const entered = await using.post(await offerLink(at, reference), born(on));
  mustLead(entered, 'The link of the family');
  const page = await using.get(entered.location);
  const { status, body } = await using.post(entered.location, { csrf: hidden(page, 'csrf'), answer: 'ACCEPTED' });
  if (!body.includes(offerWords.done)) throw new Error(`The answer led to ${status}: ${body}`);
}
