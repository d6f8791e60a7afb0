/** Hands on what comes in, in groups: at the latest `restMs` after the first of a group. */
export interface Batched<T> {
  add(one: T): void;
  /** Hands on now what is there. */
  flush(): void;
  /** Drops what was not handed on yet. */
  forget(): void;
}

export function batched<T>(restMs: number, handOn: (group: readonly T[]) => void): Batched<T> {
  let group: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (): T[] => {
    clearTimeout(timer);
    timer = undefined;
    const taken = group;
    group = [];
    return taken;
  };
  const flush = (): void => {
    const taken = take();
    if (taken.length > 0) handOn(taken);
  };
  return {
    add: (one) => {
      group.push(one);
      timer ??= setTimeout(flush, restMs);
    },
    flush,
    forget: () => void take(),
  };
}
