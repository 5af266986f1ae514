import { followAssessment } from '../assessments/follow-assessment.ts';
import { followSharing } from '../intake/follow-sharing.ts';
import { sendPlay } from '../lists/import/send-play.ts';
import { followTelling } from '../notices/follow-telling.ts';
import { sendCheckIn } from '../notices/send-check-in.ts';
import { tellOfPlace } from '../notices/tell-of-place.ts';
import { sendSchool } from '../starting-school/send-school.ts';

type FollowDeps = Parameters<typeof followSharing>[0] &
  Parameters<typeof followTelling>[0] &
  Parameters<typeof followAssessment>[0] &
  Parameters<typeof tellOfPlace>[0];

/** What the sweeper follows of a case beside its workflow, over one set of dependencies. */
export function followCases(deps: FollowDeps) {
  return {
    followAssessment: followAssessment(deps),
    followSharing: followSharing(deps),
    followTelling: followTelling(deps),
    sendCheckIn: sendCheckIn(deps),
    sendSchool: sendSchool(deps),
    sendPlay: sendPlay(deps),
    tellOfPlace: tellOfPlace(deps),
  };
}
