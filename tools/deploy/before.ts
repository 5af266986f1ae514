/**
 * One thing that is looked at before a deployment, with the arguments of the command. It gives the sentences for which nothing
 * is deployed, none where all is well, and changes nothing.
 */
export type BeforeDeployment = (args: readonly string[]) => Promise<readonly string[]>;

/** Everything that speaks against this deployment. A look that fails is told and stops nothing. */
export async function against(
  looks: readonly BeforeDeployment[],
  args: readonly string[],
  say: (line: string) => void,
): Promise<readonly string[]> {
  const found = await Promise.all(
    looks.map((look) =>
      look(args).catch((error: unknown) => {
        say(`A look before the deployment failed: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }),
    ),
  );
  return found.flat();
}
