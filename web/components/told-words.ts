/** How what the triage team wrote is introduced to those outside. */
export const toldWords = {
  title: 'From the triage team',
  service: 'The team suggests this service:',
} as const;
