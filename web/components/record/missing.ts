import type { Referral } from '#domain/referral/schema.ts';

/** What a referral does not say although whoever decides, writes or visits may need it, in the order of the record. */
export function missingIn(referral: Referral): string[] {
  const { child, home, agreement, family, socialCare, evidence, earlyHelpAssessment, story } = referral;
  const unsaid: readonly (readonly [string, boolean])[] = [
    ['NHS number', child.nhsNumber === undefined],
    ['Home address', home?.address === undefined],
    ['Who agreed to the referral', agreement?.by === undefined],
    ['When they agreed', agreement?.on === undefined],
    ['Whether the privacy notice was given', agreement?.privacyNoticeGivenOn === undefined],
    [
      'Who has parental responsibility',
      family.parents.every(({ parentalResponsibility }) => parentalResponsibility === undefined),
    ],
    ['Phone number of a parent or carer', family.parents.every(({ phone }) => phone === undefined)],
    ['Social care status', socialCare?.status === undefined],
    ['Evidence', evidence.length === 0],
    ['Early Help Assessment, or what is worrying', earlyHelpAssessment === undefined && story?.worrying === undefined],
  ];
  return unsaid.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
}
