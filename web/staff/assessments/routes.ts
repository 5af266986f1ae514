import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { ASSESSMENT_ROLES, ASSESSMENTS_AT, assessmentAt } from './address.ts';
import { assessmentGuard } from './guard.ts';
import { getAssessments } from './list.ts';
import { getAssessment } from './page.ts';
import { postAssessment } from './post.ts';

/** Initial assessments: all for who books them, their own for practitioners. */
export function assessmentRoutes(deps: StaffDeps): Route[] {
  const one = assessmentGuard(deps);
  const at = assessmentAt('{reference}');
  return [
    {
      method: 'GET',
      pattern: ASSESSMENTS_AT,
      handle: shown(areaGuard(deps, ...ASSESSMENT_ROLES), getAssessments(deps)),
    },
    { method: 'GET', pattern: at, handle: shown(one, getAssessment(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, one, postAssessment(deps)) },
  ];
}
