/** The origin that an address says and nothing else: `https://retro.example.com`; `undefined` for any other text. */
export function originIn(given: string): string | undefined {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isOrigin = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === undefined || !isOrigin || url.pathname !== '/' || url.search + url.hash + url.username !== '') {
    return undefined;
  }
  return url.origin;
}
