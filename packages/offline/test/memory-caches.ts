/** Cache Storage in memory, as far as the sentinel and the spare use it: bodies are copied in and out. */
export function memoryCaches(): CacheStorage {
  const stores = new Map<string, Map<string, Blob>>();
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Blob>();
    stores.set(name, store);
    return {
      match: async (url: string) => {
        const body = store.get(url);
        return body === undefined ? undefined : new Response(body);
      },
      put: async (url: string, response: Response) => void store.set(url, await response.blob()),
      delete: async (url: string) => store.delete(url),
      keys: async () => [...store.keys()].map((url) => new Request(`http://localhost${url}`)),
    };
  };
  return { open } as unknown as CacheStorage;
}
