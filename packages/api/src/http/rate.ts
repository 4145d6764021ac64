/** At most so many calls a second for one name, in this process. Returns whether the call may go on. */
export function createRate(perSecond: number, now: () => number): (name: string) => boolean {
  let second = 0;
  let counts = new Map<string, number>();
  return (name) => {
    const current = Math.floor(now() / 1000);
    if (current !== second) [second, counts] = [current, new Map()];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= perSecond;
  };
}
