import type { Page } from '../engine/page-types.ts';
import { agreement } from './before/agreement.ts';
import { call } from './before/call.ts';
import { eha } from './before/eha.ts';
import { risk } from './before/risk.ts';
import { theReferrer } from './before/the-referrer.ts';
import { you } from './before/you.ts';
import { child } from './child/child.ts';
import { health } from './child/health.ts';
import { more } from './child/more.ts';
import { ages } from './development/areas.ts';
import { story } from './development/story.ts';
import { tool } from './development/tool.ts';
import { views } from './development/views.ts';
import { evidence } from './evidence/evidence.ts';
import { home } from './family/home.ts';
import { language } from './family/language.ts';
import { parents } from './family/parents.ts';
import { otherHelp } from './help/other-help.ts';
import { professionals } from './help/professionals.ts';
import { setting } from './help/setting.ts';
import { socialCare } from './help/social-care.ts';

/** Every page in the order of the form: risk first, then what rules and triage need, and last what neither needs. */
export const pages: readonly Page[] = [
  risk,
  call,
  you,
  theReferrer,
  eha,
  agreement,
  child,
  parents,
  home,
  otherHelp,
  socialCare,
  setting,
  story,
  views,
  tool,
  ages,
  health,
  evidence,
  more,
  language,
  professionals,
];
