import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';

const knownActorSchema = z.discriminatedUnion('kind', [
  /** A member of staff, by the id of the team record. */
  stored({ kind: z.literal('PERSON'), id: z.string(), name: z.string(), role: z.string() }),
  /** The holder of a private link, or the sender of the form. */
  stored({
    kind: z.literal('HOLDER'),
    of: openCode(z.enum(['REFERRER', 'FAMILY', 'OTHER_SERVICE'])),
    mailbox: z.string().optional(),
  }),
  /** A caller of the API. */
  stored({ kind: z.literal('SYSTEM'), id: z.string() }),
  /** This service itself, by its own rules. */
  stored({ kind: z.literal('MACHINE') }),
]);

const known: ReadonlySet<string> = new Set(['PERSON', 'HOLDER', 'SYSTEM', 'MACHINE']);

/** Of a kind that a later release has stored. */
const laterActorSchema = stored({
  kind: z
    .string()
    .refine((kind) => !known.has(kind), { error: 'is an actor of this release without its fields' })
    .brand<'LaterCode'>(),
});

/** Who did something. Every event, reading, notice and decision names one. */
export const actorSchema = z.union([knownActorSchema, laterActorSchema]);
export type Actor = z.infer<typeof actorSchema>;

/** The service itself, acting by its own rules. */
export const MACHINE: Actor = { kind: 'MACHINE' };

/** The sender of a referral, or someone who acts through the referrer's private link. */
export function referrerActor(mailbox?: string): Actor {
  return { kind: 'HOLDER', of: 'REFERRER', ...(mailbox === undefined ? {} : { mailbox }) };
}

/** Someone in another service, who acts through the private link that was sent to its mailbox. */
export function otherServiceActor(mailbox: string): Actor {
  return { kind: 'HOLDER', of: 'OTHER_SERVICE', mailbox };
}

/** An adult of the family, who acts through the private link that was sent to their mailbox. */
export function familyActor(mailbox: string): Actor {
  return { kind: 'HOLDER', of: 'FAMILY', mailbox };
}

/** A member of staff, as they signed and as the team record knows them. */
export function personActor(id: string, name: string, role: string): Actor {
  return { kind: 'PERSON', id, name, role };
}

function isKnownActor(actor: Actor): actor is z.infer<typeof knownActorSchema> {
  return known.has(actor.kind);
}

const holders: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    REFERRER: 'the referrer',
    FAMILY: 'the family',
    OTHER_SERVICE: 'the other service',
  }),
);
/** An actor that only a later release knows. */
const SOMEONE = 'someone that this version of the service does not know';

/** An actor as an index shows it: its kind, and an id where it has one that is no address, such as `PERSON:sam`. */
export function actorCode(actor: Actor): string {
  if (!isKnownActor(actor)) return actor.kind;
  if (actor.kind === 'HOLDER') return `HOLDER:${actor.of}`;
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}

/** The id of a member of staff or of a system; undefined for everyone else. */
export function actorId(actor: Actor): string | undefined {
  return isKnownActor(actor) && 'id' in actor ? actor.id : undefined;
}

/** The mailbox through which a link's holder acted; undefined for everyone else. */
export function mailboxOfActor(actor: Actor): string | undefined {
  return isKnownActor(actor) && actor.kind === 'HOLDER' ? actor.mailbox : undefined;
}

/** An actor as staff read it; never an address. */
export function actorInWords(actor: Actor): string {
  if (!isKnownActor(actor)) return SOMEONE;
  switch (actor.kind) {
    case 'PERSON':
      return `${actor.name}, ${actor.role}`;
    case 'HOLDER':
      return holders.get(actor.of) ?? SOMEONE;
    case 'SYSTEM':
      return `the system ${actor.id}`;
    case 'MACHINE':
      return 'the service';
  }
}
