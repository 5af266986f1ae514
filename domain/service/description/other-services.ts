import type { Case, RedirectedTo } from '../../case/case.ts';
import type { ServiceDescription } from './schema.ts';

/** For a service that the description does not name: its name is typed. */
export const OTHER_SERVICE = 'OTHER';
export const ADVISORY_TEACHERS = 'EARLY_YEARS_ADVISORY_TEACHER';

/** What a referral can be redirected to, as codes: the services of the description, then any other by its name. */
export const redirectCodes: readonly string[] = [ADVISORY_TEACHERS, OTHER_SERVICE];

/** A service that the description names, as a reader is told of it. */
export interface OtherService {
  readonly code: string;
  readonly name: string;
  readonly what: string;
}

/** The services beside Portage that the description names, in the order in which they are offered. */
export function otherServices({ advisoryTeachers }: ServiceDescription): readonly OtherService[] {
  const { name, what } = advisoryTeachers;
  return [{ code: ADVISORY_TEACHERS, name, what }];
}

/** The service with this code; undefined for one whose name was typed, and for a code of a later release. */
export function serviceWith(code: string | undefined, description: ServiceDescription): OtherService | undefined {
  return otherServices(description).find((service) => service.code === code);
}

/** The name of the service that someone chose or typed; blank where no one chose one. */
export function serviceNameOf(service: RedirectedTo | undefined, description: ServiceDescription): string {
  return serviceWith(service?.code, description)?.name ?? service?.name ?? '';
}

/** The service that this case was redirected to by people; undefined where it was not, or none was chosen. */
export function redirectedTo({
  outcome,
  lastDecision,
}: Pick<Case, 'outcome' | 'lastDecision'>): RedirectedTo | undefined {
  return outcome === 'REDIRECT' && lastDecision?.outcome === 'REDIRECT' ? lastDecision.service : undefined;
}
