import type { ListPathway } from '../../case/codes.ts';
import { childSchema } from '../../referral/child.ts';
import { email, text } from '../../referral/text.ts';
import type { Band } from '../band.ts';
import type { ListName } from '../entry.ts';
import { type EndedPathway, hadBefore } from './ended-before.ts';
import { type PresentCells, presentBand, presentDate, presentLocality, presentPathway } from './present-row.ts';

/** All that a present list says of one child. Dates are ISO, and every text is as its reader sees it. */
interface PresentFacts {
  readonly ownReference: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dob: string;
  readonly nhsNumber?: string | undefined;
  readonly parentName: string;
  readonly parentEmail?: string | undefined;
  readonly parentPhone?: string | undefined;
  readonly locality: ListName['locality'];
  readonly referredOn: string;
  readonly acceptedOn: string;
  readonly sessionsHad: number;
}

/** A child who waits on a list. */
export interface PresentListed extends PresentFacts {
  readonly pathway: ListPathway;
  readonly listedOn: string;
  /** Null where a person has still to confirm one. */
  readonly band: Band | null;
}

/** A child whose support ended before the service began, and who waits for nothing. */
export interface PresentEnded extends PresentFacts {
  readonly pathway: EndedPathway;
  readonly closedOn: string;
  readonly band: null;
}

export type PresentChild = PresentListed | PresentEnded;

const names = childSchema.shape;
const [ownReferenceSchema, parentNameSchema, phoneSchema, emailSchema] = [text(100), text(150), text(100), email()];

/** The child in a row in which nothing has to change. Undefined for any other row. */
export function presentChild(cells: PresentCells): PresentChild | undefined {
  const words = [
    ownReferenceSchema.safeParse(cells.own_reference).data,
    names.firstName.safeParse(cells.first_name).data,
    names.lastName.safeParse(cells.last_name).data,
    parentNameSchema.safeParse(cells.parent_name).data,
  ];
  const dates = [cells.date_of_birth, cells.referred_on, cells.accepted_on].map(presentDate);
  const [ownReference, first, last, parentName] = words;
  const [dob, referredOn, acceptedOn] = dates;
  const [pathway, locality] = [presentPathway(cells.pathway), presentLocality(cells.locality)];
  if (!ownReference || !first || !last || !parentName || !dob || !referredOn || !acceptedOn) return undefined;
  if (!pathway || !locality) return undefined;
  const facts: PresentFacts = {
    ...{ ownReference, firstName: first, lastName: last, dob, parentName, locality },
    nhsNumber: cells.nhs_number === '' ? undefined : names.nhsNumber.safeParse(cells.nhs_number).data,
    parentEmail: cells.parent_email === '' ? undefined : emailSchema.safeParse(cells.parent_email).data,
    parentPhone: cells.parent_phone === '' ? undefined : phoneSchema.safeParse(cells.parent_phone).data,
    ...{ referredOn, acceptedOn, sessionsHad: Number(cells.sessions_had) },
  };
  const [listedOn, closedOn, band] = [
    presentDate(cells.listed_on),
    presentDate(cells.closed_on),
    presentBand(cells.band),
  ];
  if (isEnded(pathway)) return closedOn ? { ...facts, pathway, closedOn, band: null } : undefined;
  return listedOn && band !== undefined ? { ...facts, pathway, listedOn, band } : undefined;
}

function isEnded(pathway: string): pathway is EndedPathway {
  return hadBefore(pathway) !== undefined;
}

/** Whether support of this child had ended before the service began. */
export function hasEnded(child: PresentChild): child is PresentEnded {
  return isEnded(child.pathway);
}

/** The row of a child, as every export writes it: read again, it is the same child. */
export function presentCells(child: PresentChild): PresentCells {
  const [listedOn, closedOn] = hasEnded(child) ? ['', child.closedOn] : [child.listedOn, ''];
  return {
    ...{ own_reference: child.ownReference, first_name: child.firstName, last_name: child.lastName },
    ...{ date_of_birth: child.dob, nhs_number: child.nhsNumber ?? '', parent_name: child.parentName },
    ...{ parent_email: child.parentEmail ?? '', parent_phone: child.parentPhone ?? '', locality: child.locality },
    ...{ pathway: child.pathway, referred_on: child.referredOn, accepted_on: child.acceptedOn },
    ...{ listed_on: listedOn, band: `${child.band ?? ''}`, sessions_had: `${child.sessionsHad}`, closed_on: closedOn },
  };
}
