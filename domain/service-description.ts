import type * as z from 'zod';
import type { Policy } from './policy.ts';
import { advisoryTeachers } from './service-description/advisory-teachers.ts';
import { homeVisiting, startingSchool } from './service-description/home-and-school.ts';
import { littleTreasures, portage, portageGroup, stayAndPlay } from './service-description/portage.ts';
import { contact, pages, referring } from './service-description/referring.ts';
import {
  type descriptionOverridesSchema,
  type ServiceDescription,
  serviceDescriptionSchema,
} from './service-description/schema.ts';

/**
 * The description of the service with a deployment's replacements in it, complete and valid. Numbers come from the policy, so
 * that no page can contradict the rules. The facts are those of the service's two public pages, in our own words. Throws a
 * ZodError where a replacement is wrong.
 */
export function describeService(
  policy: Policy,
  overrides: z.infer<typeof descriptionOverridesSchema> = {},
): ServiceDescription {
  return serviceDescriptionSchema.parse({
    portage: { ...portage(policy), ...overrides.portage },
    homeVisiting: { ...homeVisiting(policy), ...overrides.homeVisiting },
    portageGroup: { ...portageGroup(policy), ...overrides.portageGroup },
    littleTreasures: { ...littleTreasures(policy), ...overrides.littleTreasures },
    stayAndPlay: { ...stayAndPlay, ...overrides.stayAndPlay },
    startingSchool: { ...startingSchool, ...overrides.startingSchool },
    referring: { ...referring, ...overrides.referring },
    advisoryTeachers: { ...advisoryTeachers(policy), ...overrides.advisoryTeachers },
    contact: { ...contact, ...overrides.contact },
    pages: overrides.pages ?? pages,
  });
}
