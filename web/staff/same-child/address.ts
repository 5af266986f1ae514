/** Where someone says, on a task, whether another referral is for the same child, below the base. */
export function sameChildAt(taskId: string, other: string): string {
  return `/triage/tasks/${taskId}/same/${other}`;
}
