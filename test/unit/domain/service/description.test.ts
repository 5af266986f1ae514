import { expect, test } from 'vitest';
import { serviceDescriptionSchema } from '#domain/service/description/schema.ts';
import { describeService } from '#domain/service/description.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

test('the description that is ours is complete and valid as it stands', () => {
  const ours = describeService(defaultPolicy);

  expect(serviceDescriptionSchema.parse(ours)).toEqual(ours);
});

test('what a deployment replaces stands in it, and the rest stays', () => {
  const ours = describeService(defaultPolicy);
  const { contact } = describeService(defaultPolicy, { contact: { name: 'The other team' } });

  expect(contact).toEqual({ ...ours.contact, name: 'The other team' });
});

test('a replacement that is empty is refused (malformed)', () => {
  expect(() => describeService(defaultPolicy, { contact: { name: '' } })).toThrow('name');
});
