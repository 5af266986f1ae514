import { everyEmail, namesInEmails } from './readability/emails.ts';
import { leavingOut } from './readability/leave-out.ts';
import { everyPage, namesOnPages } from './readability/pages.ts';
import { reportOn } from './readability/report.ts';

const reports = [
  reportOn(everyEmail(), leavingOut(namesInEmails)),
  reportOn(await everyPage(), leavingOut(namesOnPages)),
];
for (const line of reports.flatMap(({ lines }) => lines)) process.stdout.write(`${line}\n`);
for (const fault of reports.flatMap(({ faults }) => faults)) process.stderr.write(`${fault}\n`);
if (reports.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
