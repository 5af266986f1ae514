/** A document before its upload. */
export const evidenceExample = {
  fileName: 'schedule-of-growing-skills.pdf',
  contentType: 'application/pdf',
  bytes: 48_213,
};

/** A small referral that is valid: fictional people, an NHS number from the range that is never issued. */
export const referralExample = {
  child: {
    firstName: 'Poppy',
    lastName: 'Testerfield',
    dob: '2024-09-10',
    nhsNumber: '9990007314',
    gestationWeeks: 40,
  },
  referrer: { role: 'HEALTH_VISITOR', name: 'A. Referrer (fictional)', email: 'referrer01@example.org' },
  family: { parents: [{ name: 'Parent 01 (fictional)', relationship: 'mother', email: 'parent01@example.org' }] },
  locality: 'Taunton',
  postcode: 'TA1 9ZZ',
  diagnosis: null,
  physicalDevelopmentSignificantlyAffected: false,
  immediateRisk: false,
  assessments: [
    { area: 'locomotor', developmentalAgeMonths: 12, tool: 'SOGS', assessedOn: '2026-09-10' },
    { area: 'manipulative', developmentalAgeMonths: 10, tool: 'SOGS', assessedOn: '2026-09-10' },
  ],
  evidence: [
    { type: 'SOGS', title: 'Schedule of Growing Skills', dated: '2026-09-10', evidenceId: 'q2Vd0nR3c5hS1mYb8KzW4A' },
  ],
  otherInterventions: [],
  settingHoursPerWeek: 0,
  consent: { parentAgreesToReferral: true, parentUnderstandsAims: true },
  availability: { weeklyHomeVisits: true },
};
