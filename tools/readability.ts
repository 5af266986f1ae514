import { everyEmail, namesInEmails } from './readability/emails.ts';
import { leavingOut } from './readability/leave-out.ts';
import { reportOn } from './readability/report.ts';

const { lines, faults } = reportOn(everyEmail(), leavingOut(namesInEmails));
for (const line of lines) process.stdout.write(`${line}\n`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
