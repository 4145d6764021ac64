/** The last `size` values that were asked for. For what is dear to compute and never changes under its name. */
export interface Lru<Value> {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
}

export function createLru<Value>(size: number): Lru<Value> {
  const values = new Map<string, Value>();
  return {
    get: (name) => {
      const value = values.get(name);
      if (value !== undefined) {
        values.delete(name);
        values.set(name, value);
      }
      return value;
    },
    set: (name, value) => {
      values.set(name, value);
      const [oldest] = values.keys();
      if (values.size > size && oldest !== undefined) values.delete(oldest);
    },
  };
}
