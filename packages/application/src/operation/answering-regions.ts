/**
 * What each region answers, without those that do not: one region that is away must not hide the others from whoever looks
 * after them. Throws the first region's error when none answers.
 */
export async function answeringRegions<T>(
  regions: Iterable<string>,
  ask: (region: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const answers = await Promise.allSettled([...regions].map(ask));
  const first = answers.find((answer) => answer.status === "rejected");
  if (first && answers.every(({ status }) => status === "rejected")) throw first.reason;
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? [...answer.value] : []));
}
