import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Refuse } from './firewall-bodies.ts';
import {
  anyOf,
  both,
  isPost,
  labelled,
  not,
  over,
  pathContains,
  pathMatches,
  sizeSaid,
} from './firewall-statements.ts';

/** Rules of AWS that mistake honest requests for attacks: long bodies, text with angle brackets, clients without a name. */
const ONLY_COUNTED = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
  'NoUserAgent_HEADER',
];

/**
 * Rules of AWS that read bodies and block. They also find their signs in the bytes of honest files, so they only label.
 * HarmfulBody blocks what they labelled, unless it is a file.
 */
const LABELLED: Record<'core-rule-set' | 'known-bad-inputs', readonly string[]> = {
  'core-rule-set': ['GenericLFI'],
  'known-bad-inputs': ['JavaDeserializationRCE', 'Log4JRCE', 'ReactJSRCE'],
};

/** NHS staff of a whole county share a few addresses, so this stops floods and no busy morning. */
const REQUESTS_IN_FIVE_MINUTES = 5_000;

/** Each can cause an email to an address that was typed or to the duty mailbox; one referral needs two or three. */
const MAILS_IN_FIVE_MINUTES = 300;

/** Where a form of a stranger causes an email: links to drafts, codes, alarms and the question to a colleague. */
const causesMail = pathMatches(
  '/(refer/staff|staff/sign-in|referral/mine|refer/[A-Za-z0-9_-]{22}/(keep|again|risk|risk/reach)|(refer|referral|triage|shared)/l/[A-Za-z0-9_-]{43}(/email)?|referral/[A-Z0-9]{11}/status/hand-over)$',
);

const LARGEST_BODY = 65_536;

/** Where a file is posted through our own address, of the form, of an answer and of a present list: the places where a body may be larger. */
const isUpload = pathMatches(
  '/(refer/[A-Za-z0-9_-]{22}/[a-z-]+(/[1-9][0-9]?)?/file/here|referral/[A-Z0-9]{11}/answer/here(/[A-Za-z0-9._-]{22,229})?|staff/lists/import)$',
);

/** 4,500,000 bytes or more: too much for Lambda in base64, and API Gateway would refuse it in JSON. */
const isTooLargeForLambda = sizeSaid('^(4[5-9][0-9]{5}|[5-9][0-9]{6}|[0-9]{8,})$');

const watched = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});

const managed = (name: string, priority: number, counted: readonly string[]): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: watched(name),
});

const own = (
  name: string,
  priority: number,
  statement: CfnWebACL.StatementProperty,
  action: CfnWebACL.RuleActionProperty,
): CfnWebACL.RuleProperty => ({ name, priority, action, statement, visibilityConfig: watched(name) });

const flood: CfnWebACL.StatementProperty = {
  rateBasedStatement: { aggregateKeyType: 'IP', limit: REQUESTS_IN_FIVE_MINUTES, evaluationWindowSec: 300 },
};

const floodOfMail: CfnWebACL.StatementProperty = {
  rateBasedStatement: {
    ...{ aggregateKeyType: 'IP', limit: MAILS_IN_FIVE_MINUTES, evaluationWindowSec: 300 },
    scopeDownStatement: both(isPost, causesMail),
  },
};

const bodyRules = (set: keyof typeof LABELLED) => LABELLED[set].map((rule) => `${rule}_BODY`);

const looksHarmful = anyOf(
  Object.entries(LABELLED).flatMap(([set, found]) =>
    found.map((rule) => labelled(`awswaf:managed:aws:${set}:${rule}_Body`)),
  ),
);

/** In the order in which a request meets them. */
export const rules = (refusal: Refuse): CfnWebACL.RuleProperty[] => [
  own('TooManyRequests', 0, flood, refusal(429, 'tooManyRequests', { 'retry-after': '300' })),
  own('ReferralTooLarge', 1, both(over(LARGEST_BODY), pathContains('/v1/')), refusal(413, 'referralTooLarge')),
  own('FileTooLarge', 2, both(isUpload, isTooLargeForLambda), refusal(413, 'fileTooLarge')),
  own('PageTooLarge', 3, both(over(LARGEST_BODY), not(isUpload)), refusal(413, 'pageTooLarge')),
  managed('AWSManagedRulesCommonRuleSet', 4, [...ONLY_COUNTED, ...bodyRules('core-rule-set')]),
  managed('AWSManagedRulesKnownBadInputsRuleSet', 5, bodyRules('known-bad-inputs')),
  own('HarmfulBody', 6, both(looksHarmful, not(isUpload)), refusal(403, 'looksHarmful')),
  own('TooMuchMail', 7, floodOfMail, refusal(429, 'tooManyRequests', { 'retry-after': '300' })),
];
