import type { Context } from './condition.ts';
import type { Policies } from './policies.ts';
import { type Statement, unmet } from './statement.ts';

/** One right that a call needs: an action on a resource, with what AWS would know of the call. */
export type Right = { action: string; resource: string; context: Context };

/**
 * Why this role may not do that, in words; undefined if it may. An explicit Deny wins. A key is used only as far as its
 * own policy lets the role or the account. Any other resource's policy can allow more than the role's own.
 */
export function whyNot(policies: Policies, role: string, right: Right): string | undefined {
  const own = about(policies.ofRole.get(role) ?? [], right);
  const theirs = about(policies.ofResource.get(holderOf(right.resource)) ?? [], right).filter(
    ({ principals }) => principals?.includes(role) || principals?.account,
  );
  const all = [...own, ...theirs];
  const denying = all.find((one) => one.effect === 'Deny' && unmet(one, right.context).length === 0);
  if (denying !== undefined) return `${denying.place} denies it`;
  const allowing = all.filter((one) => one.effect === 'Allow');
  const met = allowing.filter((one) => unmet(one, right.context).length === 0);
  if (met.some(({ principals }) => principals?.includes(role))) return undefined;
  const isLeftToRoles = !right.action.startsWith('kms:') || met.some(({ principals }) => principals?.account);
  if (!isLeftToRoles) return `the policy of the key allows ${right.action} neither to the role nor to the account`;
  if (met.some(({ principals }) => principals === undefined)) return undefined;
  return missing(allowing, right);
}

/** The bucket of an object and the table of an index; anything else is its own. */
export function holderOf(resource: string): string {
  if (resource.startsWith('arn:aws:s3:::')) return resource.split('/', 1)[0] ?? resource;
  return resource.replace(/\/index\/[^/]*$/, '');
}

function about(statements: Statement[], { action, resource }: Right): Statement[] {
  return statements.filter((one) => one.isAbout(action, resource));
}

function missing(allowing: Statement[], { action, resource, context }: Right): string {
  const none = `no statement allows ${action} on ${resource}`;
  const [nearest] = allowing.filter(({ principals }) => principals === undefined);
  if (nearest === undefined) return none;
  const asked = unmet(nearest, context).map(({ key, text }) => `${text} (this call has ${context[key] ?? 'none'})`);
  return `${none}; ${nearest.place} asks for ${asked.join(' and ')}`;
}
