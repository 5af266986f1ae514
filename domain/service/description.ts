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
  const ours = {
    portage: portage(policy),
    homeVisiting: homeVisiting(policy),
    portageGroup: portageGroup(policy),
    littleTreasures: littleTreasures(policy),
    stayAndPlay,
    startingSchool,
    referring,
    advisoryTeachers: advisoryTeachers(policy),
    contact,
    pages,
  };
  if (Object.keys(overrides).length === 0) return ours;
  return serviceDescriptionSchema.parse({
    portage: { ...ours.portage, ...overrides.portage },
    homeVisiting: { ...ours.homeVisiting, ...overrides.homeVisiting },
    portageGroup: { ...ours.portageGroup, ...overrides.portageGroup },
    littleTreasures: { ...ours.littleTreasures, ...overrides.littleTreasures },
    stayAndPlay: { ...ours.stayAndPlay, ...overrides.stayAndPlay },
    startingSchool: { ...ours.startingSchool, ...overrides.startingSchool },
    referring: { ...ours.referring, ...overrides.referring },
    advisoryTeachers: { ...ours.advisoryTeachers, ...overrides.advisoryTeachers },
    contact: { ...ours.contact, ...overrides.contact },
    pages: overrides.pages ?? ours.pages,
  });
}
