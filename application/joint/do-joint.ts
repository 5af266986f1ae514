import type { StepDeps } from '../step-deps.ts';
import { agreeJoint } from './agree-joint.ts';
import { decideJoint, withdrawJoint } from './decide-joint.ts';
import { giveView } from './give-view.ts';

/** What staff and other services do to decide together. */
export function doJoint(deps: StepDeps) {
  return {
    agreeJoint: agreeJoint(deps),
    giveView: giveView(deps),
    decideJoint: decideJoint(deps),
    withdrawJoint: withdrawJoint(deps),
  };
}
