/** The id of the field for a place in the draft: `placeId('options', 0, 'label')`. A finding leads to it by its path. */
export const placeId = (...path: readonly (string | number)[]): string => ['at', ...path].join('-');

/** The field nearest to a place: its own, else the one that holds it. Null where none of them is on the screen. */
export function fieldAt(path: readonly (string | number)[]): HTMLElement | null {
  for (let length = path.length; length > 0; length--) {
    const found = document.getElementById(placeId(...path.slice(0, length)));
    if (found !== null) return found;
  }
  return null;
}
