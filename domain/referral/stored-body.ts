import type * as z from 'zod';
import { FromALaterRelease } from '../problems/errors.ts';
import { type Referral, referralSchema } from './schema.ts';
import { type Validated, validateReferral } from './validate.ts';

/** The part of a stored referral that this reads. `v` is there only where a later release has stored it. */
export interface StoredBody {
  readonly body: unknown;
  readonly referralOn: string;
  readonly v?: number | undefined;
}

/**
 * A stored referral against the schema of this release. Fields of a later release are left out here, kept in the store,
 * and make nothing invalid. Throws `FromALaterRelease` where a later release's referral does not fit even so.
 */
export function validateStored({ body, referralOn, v }: StoredBody): Validated {
  const validated = validateReferral(withoutLaterFields(body), referralOn);
  if (!validated.ok && v !== undefined) throw new FromALaterRelease('The referral was stored by a later release.');
  return validated;
}

/** The referral in a stored body, by its structure alone; undefined when it has none, as one that was stored and is not valid. */
export function referralIn({ body }: Pick<StoredBody, 'body'>): Referral | undefined {
  return parseStored(body).data;
}

/** As `referralIn`, for a step that needs it. Throws, so that its case is parked and nothing is lost. */
export function mustReferral({ body, v }: Pick<StoredBody, 'body' | 'v'>): Referral {
  const parsed = parseStored(body);
  if (parsed.success) return parsed.data;
  throw v === undefined ? parsed.error : new FromALaterRelease('The referral was stored by a later release.');
}

/** The body by its structure, without what a later release added. Most bodies hold nothing of the kind and are read once. */
function parseStored(body: unknown) {
  const parsed = referralSchema.safeParse(body);
  const known = withoutUnknown(body, parsed.error);
  return known === body ? parsed : referralSchema.safeParse(known);
}

function withoutLaterFields(body: unknown): unknown {
  return withoutUnknown(body, referralSchema.safeParse(body).error);
}

/** No referral of this release holds an unknown field: submitting refuses it. */
function withoutUnknown(body: unknown, error: z.ZodError | undefined): unknown {
  const unknown = (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('\n')) : [],
  );
  return unknown.length === 0 ? body : without(body, new Set(unknown), []);
}

function without(value: unknown, dropped: ReadonlySet<string>, path: readonly (string | number)[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => without(item, dropped, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !dropped.has([...path, key].join('\n')));
  return Object.fromEntries(kept.map(([key, member]) => [key, without(member, dropped, [...path, key])]));
}
