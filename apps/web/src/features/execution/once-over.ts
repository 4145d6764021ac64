/** One act at a time under one name: asked for again it is the same act, until it fails or `forget` says that the name means something new. */
export function onceOver() {
  let last: { readonly name: string; readonly done: Promise<boolean> } | null = null;
  const begin = (name: string, act: () => Promise<boolean>): Promise<boolean> => {
    const mine = { name, done: act() };
    last = mine;
    const ended = (isDone: boolean) => {
      if (!isDone && last === mine) last = null;
    };
    mine.done.then(ended, () => ended(false));
    return mine.done;
  };
  return {
    run: (name: string, act: () => Promise<boolean>): Promise<boolean> => (last?.name === name ? last.done : begin(name, act)),
    forget: (): void => {
      last = null;
    },
  };
}
