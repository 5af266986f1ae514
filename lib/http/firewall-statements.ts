import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Statement = CfnWebACL.StatementProperty;

const AS_IT_IS = [{ priority: 0, type: 'NONE' }];

/** True for a body of more than so many bytes, also when it is more than the firewall reads. */
export const over = (size: number): Statement => ({
  sizeConstraintStatement: {
    fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
    comparisonOperator: 'GT',
    size,
    textTransformations: AS_IT_IS,
  },
});

/** True when the header that tells the size of the body is so; every browser sends it with a form. */
export const sizeSaid = (regexString: string): Statement => ({
  regexMatchStatement: {
    fieldToMatch: { singleHeader: { Name: 'content-length' } },
    regexString,
    textTransformations: AS_IT_IS,
  },
});

/** True for a path in which this stands. A path begins with that of the stage or of the custom domain. */
export const pathContains = (searchString: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'CONTAINS',
    searchString,
    textTransformations: AS_IT_IS,
  },
});

/** As `pathContains`, for a pattern. */
export const pathMatches = (regexString: string): Statement => ({
  regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString, textTransformations: AS_IT_IS },
});

/** True for a request that changes something. */
export const isPost: Statement = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'POST',
    textTransformations: AS_IT_IS,
  },
};

/** True for a request on which an earlier rule has left this label. */
export const labelled = (key: string): Statement => ({ labelMatchStatement: { scope: 'LABEL', key } });

export const both = (...statements: [Statement, Statement]): Statement => ({ andStatement: { statements } });

export const anyOf = (statements: Statement[]): Statement => ({ orStatement: { statements } });

export const not = (statement: Statement): Statement => ({ notStatement: { statement } });
