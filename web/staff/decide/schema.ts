import * as z from 'zod';

const typed = z.string().default('');

/** What the decision form sends; whether it makes a decision is for the use case to say. */
export const decisionFormSchema = z.object({ outcome: typed, reason: typed, deciderName: typed, deciderRole: typed });
export type DecisionForm = z.infer<typeof decisionFormSchema>;
