/** Where a process dies: just before or just after its call of this number to what it stands on. */
export interface CutOff {
  readonly call: number;
  readonly when: 'BEFORE' | 'AFTER';
}

/** A process that dies there, and from then on answers nothing. `calls` says how many it made. */
export function dyingProcess({ call, when }: CutOff) {
  let calls = 0;
  const through = async <T>(act: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > call || (calls === call && when === 'BEFORE')) throw new Error('cut off');
    const answer = await act();
    if (calls === call) throw new Error('cut off');
    return answer;
  };
  return { through, calls: () => calls };
}
