/** Cache Storage in memory, as far as the sentinel uses it: bodies are copied in and out. */
export function memoryCaches(): CacheStorage {
  const stores = new Map<string, Map<string, string>>();
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, string>();
    stores.set(name, store);
    return {
      match: async (url: string) => {
        const body = store.get(url);
        return body === undefined ? undefined : new Response(body);
      },
      put: async (url: string, response: Response) => void store.set(url, await response.text()),
      delete: async (url: string) => store.delete(url),
    };
  };
  return { open } as unknown as CacheStorage;
}
