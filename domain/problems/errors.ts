import { DEFINITION_TOO_OLD } from '../process/run.ts';

/**
 * Thrown when trying again later can help (a throttle, a lost race, a store out of reach). The workflow retries it by this
 * very name, so the name is part of the contract between functions and state machine.
 */
export class Transient extends Error {
  override readonly name = 'Transient';
}

/**
 * Thrown by the mailer in place of `Transient` when this email has certainly not gone, such as after a throttle. The
 * next attempt is then no possible duplicate. Everybody else may treat it as `Transient`.
 */
export class NotSent extends Transient {}

/** Thrown where a service of AWS refuses a request for good: a right, a key or a setting is missing. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Thrown while a malware scan of uploaded evidence has no result yet; the workflow waits and tries again by this name. */
export class EvidenceScanPending extends Error {
  override readonly name = 'EvidenceScanPending';
}

/** Thrown when a case that must exist does not; trying again cannot help, so the workflow parks it. */
export class CaseNotFound extends Error {
  override readonly name = 'CaseNotFound';
}

/**
 * Thrown for what a later release has stored and this one cannot act on. The workflow parks the case by this name. The
 * sweeper tries again until the functions are of that release. Until then no conclusion is drawn and no one is told.
 */
export class FromALaterRelease extends Error {
  override readonly name = DEFINITION_TOO_OLD;
}

/** A stored item that is not what it should be; the message says where it is, never what is in it. */
export class CorruptItem extends Error {
  override readonly name = 'CorruptItem';
}

/** The name of whatever was thrown, for a log. Messages are left out because they can hold personal data. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
