import { definitionIn } from './definition.ts';
import { type FlowState, flowStates } from './flow-states.ts';
import { INTAKE } from './intake/intake.ts';
import { mermaid } from './mermaid.ts';
import { SUPPORT } from './support/support.ts';

/** The page docs/flow.md as it must be for this template. */
export function flowPage(template: unknown): string {
  return `# The road of a referral

Drawn from the synthesised state machines by \`npm run draw-flow\`; a test fails when it is not current. Boxes are steps of
the machine, rounded boxes wait for people, dotted lines are what is caught. Every step tries again by itself first.

## Intake: from acceptance to the list

\`\`\`mermaid
${mermaid(definitionIn(template, INTAKE.logicalId))}\`\`\`

## Support: from an offer to its end

The machine starts at the offer, not at listing. An execution hands over to a fresh one before it is 300 days old.

\`\`\`mermaid
${mermaid(definitionIn(template, SUPPORT.logicalId), 'offered')}\`\`\`
`;
}

/** The states of both machines of this template, as the console draws them. */
export function everyFlow(template: unknown): Record<'intake' | 'support', FlowState[]> {
  return {
    intake: flowStates(definitionIn(template, INTAKE.logicalId)),
    support: flowStates(definitionIn(template, SUPPORT.logicalId)),
  };
}
