import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

const page = (title: string, text: string) => ({
  contentType: 'TEXT_HTML',
  content: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${text}</p>`,
});

const problem = (code: string, message: string) => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ code, message, problems: [{ code, path: '', message }] }),
});

export const BODIES = {
  tooManyRequests: page(
    'Please wait a few minutes',
    'Too many requests came from your network at once. Nothing that was sent before is lost. Wait five minutes, go back and send the page again.',
  ),
  pageTooLarge: page(
    'That was too much to send',
    'Go back, shorten the longest answers or add them as a file, and send the page again.',
  ),
  referralTooLarge: problem(
    'BODY_TOO_LARGE',
    'The request is over 64 KB. Send evidence as files, not in the referral.',
  ),
} satisfies Record<string, CfnWebACL.CustomResponseBodyProperty>;

/** Rules of AWS that mistake honest requests for attacks: long bodies, text with angle brackets, clients without a name. */
const ONLY_COUNTED = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
  'NoUserAgent_HEADER',
];

/** NHS staff of a whole county share a few addresses, so this stops floods and no busy morning. */
const REQUESTS_IN_FIVE_MINUTES = 5_000;

const LARGEST_BODY = 65_536;

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

const tooLarge: CfnWebACL.StatementProperty = {
  sizeConstraintStatement: {
    fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
    comparisonOperator: 'GT',
    size: LARGEST_BODY,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

const underApi: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'CONTAINS',
    searchString: '/v1/',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

const refuse = (responseCode: number, customResponseBodyKey: keyof typeof BODIES): CfnWebACL.RuleActionProperty => ({
  block: { customResponse: { responseCode, customResponseBodyKey } },
});

/** In the order in which a request meets them. */
export const rules: CfnWebACL.RuleProperty[] = [
  {
    name: 'TooManyRequests',
    priority: 0,
    action: refuse(429, 'tooManyRequests'),
    statement: {
      rateBasedStatement: { aggregateKeyType: 'IP', limit: REQUESTS_IN_FIVE_MINUTES, evaluationWindowSec: 300 },
    },
    visibilityConfig: watched('TooManyRequests'),
  },
  {
    name: 'ReferralTooLarge',
    priority: 1,
    action: refuse(413, 'referralTooLarge'),
    statement: { andStatement: { statements: [tooLarge, underApi] } },
    visibilityConfig: watched('ReferralTooLarge'),
  },
  {
    name: 'PageTooLarge',
    priority: 2,
    action: refuse(413, 'pageTooLarge'),
    statement: tooLarge,
    visibilityConfig: watched('PageTooLarge'),
  },
  managed('AWSManagedRulesCommonRuleSet', 3, ONLY_COUNTED),
  managed('AWSManagedRulesKnownBadInputsRuleSet', 4, []),
];
