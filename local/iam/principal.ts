import * as z from 'zod';

/** The principals of a statement in a resource's own policy. A role here is always one of the same account. */
export type Principals = {
  /** Names this role, or anyone. */
  includes(role: string): boolean;
  /** Names the account, which leaves it to the policies of the account's roles. */
  account: boolean;
};

const names = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

export const principalSchema = z
  .union([
    z.literal('*').transform(() => ({ AWS: ['*'] })),
    z.strictObject({ AWS: names.optional(), Service: names.optional() }),
  ])
  .transform(({ AWS = [] }): Principals => {
    const roles = new Set(AWS);
    return {
      includes: (role) => roles.has('*') || roles.has(role),
      account: AWS.some((name) => /^arn:aws:iam::\d{12}:root$/.test(name)),
    };
  });
