import { type ServiceConfig, serviceConfigSchema } from '#domain/service/config.ts';

export const testConfig: ServiceConfig = serviceConfigSchema.parse({
  serviceName: 'Portage Service',
  councilName: 'Example Council',
  contact: { email: 'portage@example.org', phone: '01632 960000', hours: 'Monday to Friday, 9am to 5pm' },
  sender: 'portage@example.org',
  triagers: ['triage-1@example.org', 'triage-2@example.org'],
  serviceManager: 'manager@example.org',
  dutyMailbox: 'duty@example.org',
  advisoryTeacherMailbox: 'advisory@example.org',
  access: { mode: 'link', accepted: { by: 'Sam Manager', role: 'Service manager', on: '2026-09-01' } },
  emergencyNumbers: [{ label: 'Children First', number: '01632 960999', hours: 'day and night' }],
});
