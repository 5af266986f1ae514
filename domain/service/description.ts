import type * as z from 'zod';
import { advisoryTeachers } from './description/advisory-teachers.ts';
import { homeVisiting, startingSchool } from './description/home-and-school.ts';
import { littleTreasures, portage, portageGroup, stayAndPlay } from './description/portage.ts';
import { contact, pages, referring } from './description/referring.ts';
import {
  type descriptionOverridesSchema,
  type ServiceDescription,
  serviceDescriptionSchema,
} from './description/schema.ts';
import type { Policy } from './policy.ts';

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
