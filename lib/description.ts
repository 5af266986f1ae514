/** What the stack says of itself in CloudFormation. The command that deploys knows a stack of ours by it. */
export const STACK_DESCRIPTION = 'Small Steps: from a referral to a waiting list';
